package io.github.slitstream.view.model;

import io.github.slitstream.fault.Fault;
import io.github.slitstream.preset.Preset;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The session as it is now, kept a little after every change. */
public final class SessionModel {
    private static final long DELAY_NANOS = 2_000_000_000L;

    private final SessionStore store;
    private final Executor background;
    private final Consumer<String> failures;
    private Session session;
    private @Nullable Session keptSession;
    private @Nullable Preset keptPreset;
    private long triedNanos;
    private boolean failed;

    /** @param failures hears once, on a thread of {@code background}, if nothing can be kept */
    public SessionModel(SessionStore store, Executor background, Consumer<String> failures) {
        this.store = store;
        this.background = background;
        this.failures = failures;
        this.session = store.session();
        this.keptSession = session;
    }

    public Session session() {
        return session;
    }

    public void change(UnaryOperator<Session> change) {
        session = change.apply(session);
    }

    /** Keeps what changed, but not more often than every two seconds. Called a few times a second. */
    public void tick(Preset preset, long nowNanos) {
        if (isKept(preset) || nowNanos - triedNanos < DELAY_NANOS) {
            return;
        }
        triedNanos = nowNanos;
        Session now = session;
        keptSession = now;
        keptPreset = preset;
        background.execute(() -> keep(now, preset));
    }

    /** Keeps what is now and waits for it. */
    public void keepNow(Preset preset) {
        keep(session, preset);
    }

    private boolean isKept(Preset preset) {
        return session.equals(keptSession) && preset.equals(keptPreset);
    }

    private synchronized void keep(Session now, Preset preset) {
        String fault = Fault.in(() -> store.keep(now, preset));
        if (fault != null && !failed) {
            failed = true;
            failures.accept("The settings cannot be kept: " + fault);
        }
    }
}
