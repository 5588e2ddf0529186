package io.github.slitstream.bench;

import io.github.slitstream.file.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        return Json.list(scores.stream().map(Report::json).toList());
    }

    private static String json(Score score) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", score.name());
        members.put("peer", score.peer());
        members.put("ours_ms", score.oursMs());
        members.put("peer_ms", score.peerMs());
        members.put("ratio", score.ratio());
        members.put("copy_share", score.copyShare());
        members.put("agrees", score.agrees());
        return Json.object(members);
    }
}
