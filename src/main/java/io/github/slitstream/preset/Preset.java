package io.github.slitstream.preset;

import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What is played, under a name: settings of the ring and the sound and a chain of effects. Immutable: whoever tunes it
 * makes another one.
 *
 * @param name for people, and with dashes for files
 * @param about one sentence, or empty
 * @param tags what it is like, the first of them the group it is offered in; lower-case letters, digits and dashes
 * @param ring values of {@link RingSettings#ALL}
 * @param sound values of {@link SoundSettings#ALL}
 * @param chain the effects in the order they are applied, each in a slot of its own id
 */
public record Preset(String name, String about, List<String> tags, Values ring, Values sound, List<Slot> chain) {
    /** What one is called whose effects were given to a render one by one. */
    public static final String OF_RENDER = "render";

    private static final Values RING_DEFAULTS = Values.defaults(RingSettings.ALL);
    private static final Values SOUND_DEFAULTS = Values.defaults(SoundSettings.ALL);

    /** Of slots of one id, all but the first get a number. */
    public Preset {
        tags = List.copyOf(tags);
        chain = numbered(chain);
    }

    /** No effects, everything else at its default. */
    public static Preset empty(String name) {
        return new Preset(name, "", List.of(), RING_DEFAULTS, SOUND_DEFAULTS, List.of());
    }

    public Preset named(String newName, String newAbout) {
        return new Preset(newName, newAbout, tags, ring, sound, chain);
    }

    /** As somebody keeps it: what was said of one is not said of another that was made from it. */
    public Preset keptAs(String newName) {
        return newName.equals(name) ? this : new Preset(newName, "", List.of(), ring, sound, chain);
    }

    /** @throws BadValue if the value is not allowed */
    public <T> Preset withRing(Parameter<T> parameter, T value) {
        return withRing(ring.with(parameter, value));
    }

    public Preset withRing(Values newRing) {
        return new Preset(name, about, tags, newRing, sound, chain);
    }

    public Preset withSound(Values newSound) {
        return new Preset(name, about, tags, ring, newSound, chain);
    }

    /** One that was never given a name, called as the file that carries it, without its ending. */
    public Preset namedAfter(Path file) {
        return name.equals(OF_RENDER)
                ? named(String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ""), about)
                : this;
    }

    public Preset withChain(List<Slot> newChain) {
        return new Preset(name, about, tags, ring, sound, newChain);
    }

    /** With an effect added at the end, in a slot of another id if there is one of its id. */
    public Preset plus(Slot added) {
        return edited(list -> list.add(added));
    }

    public Preset without(String slot) {
        return edited(list -> list.removeIf(effect -> effect.id().equals(slot)));
    }

    /** With one slot moved to a position, 0 being the first; beyond the ends means the end. */
    public Preset moved(String slot, int position) {
        return edited(list -> {
            Slot moving = slot(slot);
            list.remove(moving);
            list.add(Math.clamp(position, 0, list.size()), moving);
        });
    }

    /** With one slot changed. */
    public Preset with(String slot, UnaryOperator<Slot> change) {
        return edited(list -> list.replaceAll(effect -> effect.id().equals(slot) ? change.apply(effect) : effect));
    }

    /**
     * With values read from texts, in whatever order.
     *
     * @param settings by slot and parameter, as {@code slot.parameter}
     * @throws BadValue if there is no such slot or parameter, the text is not a value of it, or it has no say beside
     *     the others; the message says what there is
     */
    public Preset with(Map<String, String> settings) {
        Map<String, Map<String, String>> bySlot = new LinkedHashMap<>();
        settings.forEach((parameter, text) -> {
            int dot = parameter.indexOf('.');
            if (dot < 0) {
                throw new BadValue("'" + parameter + "' names no parameter of a preset: it takes SLOT.PARAMETER, such "
                        + "as channel-rotation.angle");
            }
            bySlot.computeIfAbsent(parameter.substring(0, dot), slot -> new LinkedHashMap<>())
                    .put(parameter.substring(dot + 1), text);
        });
        Preset tuned = this;
        for (Map.Entry<String, Map<String, String>> of : bySlot.entrySet()) {
            Values values = tuned.slot(of.getKey()).values().with(of.getValue());
            tuned = tuned.with(of.getKey(), slot -> slot.withValues(values));
        }
        return tuned;
    }

    /** As {@link #with(Map)}, with one value. */
    public Preset with(String parameter, String text) {
        return with(Map.of(parameter, text));
    }

    /** @throws BadValue if the chain has no slot of this id; the message lists those there are */
    public Slot slot(String id) {
        return chain.stream().filter(slot -> slot.id().equals(id)).findFirst()
                .orElseThrow(() -> BadValue.unknown("slot", id, chain.stream().map(Slot::id).toList()));
    }

    /** Whether an effect before a slot, one that is on, has a delay map to mask its effect by. */
    public boolean hasDelayMapBefore(String slot) {
        return chain.stream().takeWhile(before -> !before.id().equals(slot))
                .anyMatch(before -> before.enabled() && before.type().offers().delays().isPresent());
    }

    /**
     * Finds out whether everything that the effects name is there; may read files.
     *
     * @throws BadValue if something is not
     */
    public void check() {
        chain.forEach(effect -> effect.type().check().accept(effect.values()));
    }

    /** The files that the effects name, built-in ones not among them. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Slot slot : chain) {
            for (Parameter<?> parameter : slot.values().parameters()) {
                if (parameter instanceof FileName file && !file.builtIn().contains(slot.values().get(file))) {
                    files.add(Path.of(slot.values().get(file)));
                }
            }
        }
        return files;
    }

    /** Whether both give the same picture and sound, whatever their names and the ids of their slots. */
    public boolean rendersAs(Preset other) {
        if (!ring.equals(other.ring) || !sound.equals(other.sound) || chain.size() != other.chain.size()) {
            return false;
        }
        for (int i = 0; i < chain.size(); i++) {
            if (!chain.get(i).rendersAs(other.chain.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Slot> numbered(List<Slot> chain) {
        Set<String> taken = new HashSet<>();
        List<Slot> numbered = new ArrayList<>();
        for (Slot slot : chain) {
            String free = Slot.freeId(slot.id(), taken);
            taken.add(free);
            numbered.add(slot.withId(free));
        }
        return List.copyOf(numbered);
    }

    private Preset edited(Consumer<List<Slot>> edit) {
        List<Slot> copy = new ArrayList<>(chain);
        edit.accept(copy);
        return withChain(copy);
    }
}
