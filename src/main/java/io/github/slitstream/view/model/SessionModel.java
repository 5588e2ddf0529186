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
    private @Nullable Preset keptLook;
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
    public void tick(Preset look, long nowNanos) {
        if (isKept(look) || nowNanos - triedNanos < DELAY_NANOS) {
            return;
        }
        triedNanos = nowNanos;
        Session now = session;
        keptSession = now;
        keptLook = look;
        background.execute(() -> keep(now, look));
    }

    /** Keeps what is now and waits for it. */
    public void keepNow(Preset look) {
        keep(session, look);
    }

    private boolean isKept(Preset look) {
        return session.equals(keptSession) && look.equals(keptLook);
    }

    private synchronized void keep(Session now, Preset look) {
        String fault = Fault.in(() -> store.keep(now, look));
        if (fault != null && !failed) {
            failed = true;
            failures.accept("The settings cannot be kept: " + fault);
        }
    }
}
