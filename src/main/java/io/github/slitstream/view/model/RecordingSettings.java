package io.github.slitstream.view.model;

import io.github.slitstream.engine.outlet.Tap;
import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;
import java.util.Locale;

/**
 * How the next recording is made.
 *
 * @param values of the declared parameters
 * @param encoder by its name, or empty for the best one
 * @param folder where recordings go, or empty for the usual one
 */
public record RecordingSettings(Values values, String encoder, String folder) {
    /** A format on offer. */
    public record Format(OutputFormat output) implements Named {
        @Override
        public String id() {
            return output.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String label() {
            return output.label();
        }

        @Override
        public String doc() {
            return output.doc();
        }
    }

    private static final List<Format> FORMATS = OutputFormat.moving().stream().map(Format::new).toList();

    public static final Choice<Format> FORMAT = Choice.of("format", "Format", FORMATS, FORMATS.getFirst(),
            "What the recording is for: to be shown, edited or kept exactly.");
    public static final Int QUALITY = Int.of("quality", "Quality", 0, Encoding.BEST, Encoding.GOOD,
            "How near to the picture the recording comes; what is exact is not changed by it.");
    public static final Flag BEFORE = Flag.of("before-effects", "Before effects", false,
            "Records what the source gives instead of what is shown.");

    /** In the order they are shown. */
    public static final List<Parameter<?>> ALL = List.of(FORMAT, QUALITY, BEFORE);

    public static final RecordingSettings FIRST = new RecordingSettings(Values.defaults(ALL), "", "");

    public OutputFormat format() {
        return values.get(FORMAT).output();
    }

    public Tap tap() {
        return values.get(BEFORE) ? Tap.BEFORE_EFFECTS : Tap.AFTER_EFFECTS;
    }

    public Encoding encoding() {
        return new Encoding(values.get(QUALITY), encoder, true);
    }

    /** An encoder belongs to its format. */
    public <T> RecordingSettings with(Parameter<T> parameter, T value) {
        return new RecordingSettings(values.with(parameter, value), parameter.equals(FORMAT) ? "" : encoder, folder);
    }

    public RecordingSettings withEncoder(String other) {
        return new RecordingSettings(values, other, folder);
    }

    public RecordingSettings withFolder(String other) {
        return new RecordingSettings(values, encoder, other);
    }
}
