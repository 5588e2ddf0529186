package io.github.slitstream.effect;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Values;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The declaration of an effect.
 *
 * @param id how presets and the command line name it; never changes once released
 * @param label what people read
 * @param doc one sentence that says what it does
 * @param version of the meaning of its parameters; a preset of an older version is migrated
 * @param defaults every parameter at its default
 * @param relevance which parameters have a say under the present values; the others are kept but not shown
 * @param check throws {@link io.github.slitstream.param.BadValue} where values name something that cannot be used, such
 *     as a missing file; may read files
 * @param sizing how large its pictures are
 * @param offers what else it has, for those who show it
 */
public record EffectType(String id, String label, String doc, int version, Footprint footprint, Values defaults,
        Relevance relevance, Consumer<Values> check, Factory factory, Sizing sizing, Offers offers) implements Named {

    /** Makes an effect ready for work. */
    @FunctionalInterface
    public interface Factory {
        Effect create(FrameSize size, Kernels kernels);
    }

    /** Which parameters have a say under some values. */
    @FunctionalInterface
    public interface Relevance {
        Predicate<Parameter<?>> under(Values values);
    }

    /** How large the pictures are that an effect makes. Asked for every picture, so it allocates nothing. */
    public interface Sizing {
        int width(FrameSize input, ParameterValues values);

        int height(FrameSize input, ParameterValues values);
    }

    /** The size of the input. */
    private static final Sizing KEEPING = new Sizing() {
        @Override
        public int width(FrameSize input, ParameterValues values) {
            return input.width();
        }

        @Override
        public int height(FrameSize input, ParameterValues values) {
            return input.height();
        }
    };

    /** @throws IllegalArgumentException if something is offered that its parameters cannot keep */
    public EffectType {
        offers.parameters().filter(parameter -> !defaults.always().contains(parameter)).forEach(stranger -> {
            throw new IllegalArgumentException(
                    id + " offers " + stranger.id() + ", which is not always a parameter of it");
        });
    }

    /**
     * An effect whose pictures have the size of its input. It can be masked by a delay map, unless it looks into the
     * past itself.
     */
    public EffectType(String id, String label, String doc, int version, Footprint footprint, Values defaults,
            Relevance relevance, Consumer<Values> check, Factory factory) {
        this(id, label, doc, version, footprint, maskable(footprint, defaults), relevance, check, factory, KEEPING,
                Offers.none(maskable(footprint, defaults)));
    }

    /** An effect all of whose parameters always have a say. */
    static EffectType of(String id, String label, String doc, Footprint footprint, List<Parameter<?>> parameters,
            Factory factory) {
        return new EffectType(id, label, doc, 1, footprint, Values.defaults(parameters), values -> parameter -> true,
                values -> {}, factory);
    }

    private static Values maskable(Footprint footprint, Values defaults) {
        return footprint == Footprint.TEMPORAL ? defaults : DelayMask.addedTo(defaults);
    }

    /** The same effect, which offers more. */
    public EffectType offering(UnaryOperator<Offers> more) {
        return new EffectType(id, label, doc, version, footprint, defaults, relevance, check, factory, sizing,
                more.apply(offers));
    }

    /** The same effect with pictures of another size. */
    EffectType sized(Sizing other) {
        return new EffectType(id, label, doc, version, footprint, defaults, relevance, check, factory, other, offers);
    }

    /** Its parameters without those that only the options of its choices bring. */
    public List<Parameter<?>> declared() {
        return defaults.always();
    }

    /** Whether it has the parameters of a {@link DelayMask}. */
    public boolean isMaskable() {
        return declared().contains(DelayMask.MASK);
    }

    /** The size of the pictures that it makes of pictures of some size. */
    public FrameSize outputSize(FrameSize input, ParameterValues values) {
        return new FrameSize(sizing.width(input, values), sizing.height(input, values));
    }

    /** Whether that is the size of the pictures that it makes. Allocates nothing. */
    public boolean makes(FrameSize output, FrameSize input, ParameterValues values) {
        return output.width() == sizing.width(input, values) && output.height() == sizing.height(input, values);
    }

    /** @param size of the input */
    public Effect create(FrameSize size, Kernels kernels) {
        return factory.create(size, kernels);
    }

    /** Of the id, which no other has: the rest is much to go through for every look-up. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
