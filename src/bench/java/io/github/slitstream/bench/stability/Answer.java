package io.github.slitstream.bench.stability;

import io.github.slitstream.bench.OwnTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as one process tells it to another: a line that nothing else writes. */
public final class Answer {
    private static final Pattern LINE = Pattern.compile("own-time (\\S+) ms (\\S+) bytes");

    private Answer() {}

    public static String line(OwnTime time) {
        return "own-time " + time.millis() + " ms " + time.bytes() + " bytes";
    }

    /** The time, if the line tells one. */
    static Optional<OwnTime> parse(String line) {
        Matcher answer = LINE.matcher(line);
        return answer.matches()
                ? Optional.of(new OwnTime(Double.parseDouble(answer.group(1)), Double.parseDouble(answer.group(2))))
                : Optional.empty();
    }
}
