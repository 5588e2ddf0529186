package io.github.slitstream.preset;

import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A look. Immutable: whoever tunes it makes another one.
 *
 * @param name for people, and with dashes for files
 * @param about one sentence, or empty
 * @param ring values of {@link RingSettings#ALL}
 * @param chain the effects in the order they are applied
 */
public record Preset(String name, String about, Values ring, List<EffectSettings> chain) {
    private static final Values RING_DEFAULTS = Values.defaults(RingSettings.ALL);

    public Preset {
        chain = List.copyOf(chain);
    }

    /** No effects, everything else at its default. */
    public static Preset empty(String name) {
        return new Preset(name, "", RING_DEFAULTS, List.of());
    }

    public Preset named(String newName, String newAbout) {
        return new Preset(newName, newAbout, ring, chain);
    }

    /** @throws BadValue if the value is not allowed */
    public <T> Preset withRing(Parameter<T> parameter, T value) {
        return withRing(ring.with(parameter, value));
    }

    public Preset withRing(Values newRing) {
        return new Preset(name, about, newRing, chain);
    }

    public Preset withChain(List<EffectSettings> newChain) {
        return new Preset(name, about, ring, newChain);
    }

    /** With an effect added at the end. */
    public Preset plus(EffectSettings added) {
        return edited(list -> list.add(added));
    }

    public Preset without(long key) {
        return edited(list -> list.removeIf(effect -> effect.key() == key));
    }

    /** With one effect moved to a position, 0 being the first; beyond the ends means the end. */
    public Preset moved(long key, int position) {
        return edited(list -> {
            EffectSettings moving = effect(key);
            list.remove(moving);
            list.add(Math.clamp(position, 0, list.size()), moving);
        });
    }

    /** With one effect changed. */
    public Preset with(long key, UnaryOperator<EffectSettings> change) {
        return edited(list -> list.replaceAll(effect -> effect.key() == key ? change.apply(effect) : effect));
    }

    /** @throws IllegalArgumentException if the chain has no effect of this key */
    public EffectSettings effect(long key) {
        return chain.stream().filter(effect -> effect.key() == key).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no effect has the key " + key));
    }

    /**
     * Finds out whether everything that the effects name is there; may read files.
     *
     * @throws BadValue if something is not
     */
    public void check() {
        chain.forEach(effect -> effect.type().check().accept(effect.values()));
    }

    /** Whether both give the same picture, whatever their names and keys. */
    public boolean looksLike(Preset other) {
        if (!ring.equals(other.ring) || chain.size() != other.chain.size()) {
            return false;
        }
        for (int i = 0; i < chain.size(); i++) {
            if (!chain.get(i).looksLike(other.chain.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Preset edited(Consumer<List<EffectSettings>> edit) {
        List<EffectSettings> copy = new ArrayList<>(chain);
        edit.accept(copy);
        return withChain(copy);
    }
}
