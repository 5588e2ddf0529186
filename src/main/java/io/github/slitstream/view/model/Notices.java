package io.github.slitstream.view.model;

import io.github.slitstream.engine.intake.SourceState;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the banner says. A source that is gone comes first and stays until it is back; other words stand until they have
 * been read, are dismissed or newer ones come.
 */
public final class Notices {
    private static final long READING_NANOS = 7_000_000_000L;
    private static final long WARNING_NANOS = 14_000_000_000L;

    private final Consumer<Optional<Notice>> banner;
    private @Nullable Notice word;
    private long wordUntil;
    private @Nullable Notice trouble;
    private boolean troubleDismissed;
    private Optional<Notice> shown = Optional.empty();

    /** @param banner is told whenever something else is to be shown */
    public Notices(Consumer<Optional<Notice>> banner) {
        this.banner = banner;
    }

    public void say(Notice notice, long nowNanos) {
        word = notice;
        wordUntil = nowNanos + (notice.isTransient() ? READING_NANOS : WARNING_NANOS);
        update();
    }

    /** Takes note of the source and lets words go whose time is over. Called a few times a second. */
    public void tick(SourceState source, long nowNanos) {
        Notice now = troubleOf(source);
        if (now == null || !now.equals(trouble)) {
            troubleDismissed = false;
        }
        trouble = now;
        if (word != null && nowNanos - wordUntil > 0) {
            word = null;
        }
        update();
    }

    /** Takes away what is shown. */
    public void dismiss() {
        if (word != null) {
            word = null;
        } else {
            troubleDismissed = true;
        }
        update();
    }

    private void update() {
        Notice standing = troubleDismissed ? null : trouble;
        Optional<Notice> next = Optional.ofNullable(word == null ? standing : word);
        if (!next.equals(shown)) {
            shown = next;
            banner.accept(next);
        }
    }

    private static @Nullable Notice troubleOf(SourceState source) {
        return switch (source) {
            case SourceState.Lost(var info, String reason) ->
                Notice.warning(reason + ": trying again until it is back");
            case SourceState.Ended(var info) ->
                Notice.news(info.name() + " has ended: the last picture stays, switch on Loop to start again");
            case SourceState.Opening opening -> null;
            case SourceState.Refused refused -> null;
            case SourceState.Playing playing -> null;
        };
    }
}
