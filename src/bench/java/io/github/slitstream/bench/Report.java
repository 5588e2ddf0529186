package io.github.slitstream.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scores in writing. Times in milliseconds. */
public enum Report {
    /** For the eye, line by line as it goes. */
    TABLE {
        @Override
        public String header() {
            return "%-42s %-8s %10s %10s %7s %6s".formatted("row", "peer", "ours ms", "peer ms", "ratio", "copy");
        }

        @Override
        public String line(Score score) {
            return String.format(Locale.ROOT, "%-42s %-8s %10.4f %10.4f %7.3f %6.2f%s", score.name(), score.peer(),
                    score.oursMs(), score.peerMs(), score.ratio(), score.copyShare(), remark(score));
        }

        private String remark(Score score) {
            return (score.agrees() ? "" : "  DISAGREES") + (score.note().isEmpty() ? "" : "  " + score.note());
        }
    },

    /** For a page of documentation. */
    MARKDOWN {
        @Override
        public String header() {
            return "| row | peer | ours, ms | peer, ms | ratio | of copy | |\n|---|---|---:|---:|---:|---:|---|";
        }

        @Override
        public String line(Score score) {
            return String.format(Locale.ROOT, "| `%s` | %s | %.3f | %.3f | %.2f | %.2f | %s |", score.name(),
                    score.peer(), score.oursMs(), score.peerMs(), score.ratio(), score.copyShare(), remark(score));
        }

        private String remark(Score score) {
            return score.agrees() ? score.note() : "disagrees";
        }
    };

    public abstract String header();

    public abstract String line(Score score);

    /** A list of objects, for scripts. */
    public static String json(List<Score> scores) {
        return scores.stream().map(Report::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static String json(Score score) {
        return String.format(Locale.ROOT,
                "{\"name\": \"%s\", \"peer\": \"%s\", \"ours_ms\": %.6f, \"peer_ms\": %.6f, \"ratio\": %.6f, "
                        + "\"copy_share\": %.6f, \"agrees\": %b}",
                score.name(), score.peer(), score.oursMs(), score.peerMs(), score.ratio(), score.copyShare(),
                score.agrees());
    }
}
