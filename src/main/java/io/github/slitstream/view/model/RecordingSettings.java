package io.github.slitstream.view.model;

import io.github.slitstream.engine.outlet.Tap;
import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.Replay;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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

    private static final long BYTES_PER_MEGABYTE = 1_000_000;
    private static final List<Format> FORMATS = OutputFormat.recorded().stream().map(Format::new).toList();

    public static final Choice<Format> FORMAT = Choice.of("format", "Format", FORMATS, FORMATS.getFirst(),
            "What the recording is for: to be shown, edited or kept exactly.");
    public static final Int QUALITY = Int.of("quality", "Quality", 0, Encoding.BEST, Encoding.GOOD,
            "How near to the picture the recording comes; what is exact is not changed by it.");
    public static final Flag BEFORE = Flag.of("before-effects", "Before effects", false,
            "Records what the source gives instead of what is shown.");

    public static final Flag CONSTANT_RATE = Flag.of("constant-rate", "Constant rate", false,
            "Repeats and leaves out pictures so that they follow each other at the nominal rate, as some editors want"
                    + " it; else each has its own time. Numbered pictures always do.");

    /** Of recordings, in the order they are shown. */
    public static final List<Parameter<?>> OF_RECORDINGS = List.of(FORMAT, QUALITY, BEFORE, CONSTANT_RATE);

    public static final Flag REPLAY = Flag.of("replay", "Keep replay", false,
            "Keeps what was just seen and heard in memory, encoded, so that it can be saved when it is over.");
    public static final Int REPLAY_SECONDS = Int.of("replay-seconds", "Length", 5, 300, 30,
            "How many seconds are kept, where the memory below allows.").in("s");
    public static final Int REPLAY_MEGABYTES = Int.of("replay-megabytes", "Memory", 16, 4_096, 256,
            "The most that the kept seconds may take; if they need more, fewer are kept.").in("MB");
    public static final Flag REPLAY_SOURCE = Flag.of("replay-source", "Source as well", false,
            "Keeps also what the source gives before the effects, in as much memory again.");

    /** Of the instant replay, in the order they are shown. */
    public static final List<Parameter<?>> OF_REPLAYS = List.of(REPLAY, REPLAY_SECONDS, REPLAY_MEGABYTES,
            REPLAY_SOURCE);

    public static final List<Parameter<?>> ALL = Stream.of(OF_RECORDINGS, OF_REPLAYS)
            .<Parameter<?>>flatMap(List::stream).toList();

    public static final RecordingSettings FIRST = new RecordingSettings(Values.defaults(ALL), "", "");

    public OutputFormat format() {
        return values.get(FORMAT).output();
    }

    public boolean isConstantRate() {
        return values.get(CONSTANT_RATE);
    }

    public Tap tap() {
        return values.get(BEFORE) ? Tap.BEFORE_EFFECTS : Tap.AFTER_EFFECTS;
    }

    /** Of replays; recordings also heed {@link #isConstantRate}. */
    public Encoding encoding() {
        return Encoding.USUAL.live().withQuality(values.get(QUALITY)).withEncoder(encoder);
    }

    public boolean keepsReplay() {
        return values.get(REPLAY);
    }

    /** Where replays are taken, one for each. */
    public List<Tap> replayTaps() {
        return values.get(REPLAY_SOURCE) ? List.of(Tap.AFTER_EFFECTS, Tap.BEFORE_EFFECTS) : List.of(Tap.AFTER_EFFECTS);
    }

    public Replay.Limits replayLimits() {
        return new Replay.Limits(values.get(REPLAY_SECONDS), values.get(REPLAY_MEGABYTES) * BYTES_PER_MEGABYTE);
    }

    /** That of recordings where it can hold a replay, with its sound. */
    public OutputFormat replayFormat() {
        return format().holds().sound() == OutputFormat.Sound.INSIDE ? format() : OutputFormat.MP4;
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
