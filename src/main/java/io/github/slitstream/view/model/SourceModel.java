package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.intake.Transport;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceOpener.Camera;
import io.github.slitstream.frame.SourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What plays, what played and what could. */
public final class SourceModel {
    private static final double NANOS_PER_SECOND = 1e9;
    /** A file that was left so near its end begins anew. */
    private static final double END_SECONDS = 2;
    private static final double NOTED_EVERY_SECONDS = 10;

    private final Player player;
    private final SourceOpener opener;
    private final SessionModel session;
    private final Tasks tasks;
    private final Consumer<Notice> notices;
    private String opening = "";
    private Optional<SourceInfo> playing = Optional.empty();
    /** Of what plays: it goes on telling where a file was left when another source has come. */
    private Transport transport;

    /** @param tasks asks devices, which may hang */
    public SourceModel(Player player, SourceOpener opener, SessionModel session, Tasks tasks,
            Consumer<Notice> notices) {
        this.player = player;
        this.opener = opener;
        this.session = session;
        this.tasks = tasks;
        this.notices = notices;
        this.transport = player.transport();
        player.setLooping(session.session().loop());
    }

    /**
     * Plays what was asked for, otherwise what was played last, otherwise the first camera; the demo where none opens.
     */
    public void start(Optional<SourceRequest> asked) {
        List<SourceRequest> candidates = new ArrayList<>();
        String last = session.session().source();
        if (asked.isPresent()) {
            candidates.add(resumed(asked.get()));
        } else if (!last.isEmpty()) {
            candidates.add(resumed(SourceRequest.of(last)));
        }
        if (asked.isEmpty()) {
            add(candidates, SourceRequest.CAMERA);
        }
        add(candidates, SourceRequest.DEMO);
        opening = candidates.getFirst().address();
        player.openFirstOf(candidates);
    }

    public void open(String address) {
        opening = address;
        noteLeft();
        player.open(resumed(SourceRequest.of(address)));
    }

    /** A file goes on where it was left. */
    private SourceRequest resumed(SourceRequest request) {
        double seconds = session.session().secondsOf(request.address());
        return seconds > 0 ? request.startingAt(Math.round(seconds * NANOS_PER_SECOND)) : request;
    }

    /** Takes note of where the file that plays is, so that it can be resumed there: near its end, at its beginning. */
    public void noteLeft() {
        playing.filter(TimeLineModel::hasTimeLine).ifPresent(info -> {
            double seconds = transport.positionNanos() / NANOS_PER_SECOND;
            double length = transport.lengthNanos(info.durationNanos()) / NANOS_PER_SECOND;
            boolean ends = seconds > length - END_SECONDS;
            session.change(present -> present.left(info.address(), ends ? 0 : seconds));
        });
    }

    private void noteNowAndThen() {
        double seconds = transport.positionNanos() / NANOS_PER_SECOND;
        double noted = playing.map(info -> session.session().secondsOf(info.address())).orElse(0.0);
        if (Math.abs(seconds - noted) > NOTED_EVERY_SECONDS) {
            noteLeft();
        }
    }

    /** Takes note of what plays now. Called a few times a second. */
    public void tick(SourceState state) {
        Optional<SourceInfo> now = StatusText.info(state);
        if (now.equals(playing)) {
            noteNowAndThen();
            return;
        }
        noteLeft();
        playing = now;
        transport = player.transport();
        opening = "";
        if (state instanceof SourceState.Playing(SourceInfo info)) {
            session.change(current -> current.played(info.address()));
        }
    }

    /** What was asked for could not be had. */
    public void refused() {
        opening = "";
    }

    /** The name of what plays, or of what is being opened. */
    public String title() {
        if (!opening.isEmpty()) {
            return "Opening " + SourceNames.of(opening) + "…";
        }
        return playing.map(SourceInfo::name).orElse("Source");
    }

    public boolean isPlaying(String address) {
        return playing.map(info -> withoutMicrophone(info.address()).equals(address)).orElse(false);
    }

    public List<Recent> recent() {
        return session.session().recent().stream().filter(each -> !each.address().equals(SourceRequest.DEMO)).toList();
    }

    /** Looks in the background which of the recent files are gone, because a disk in the net may take seconds. */
    public void findAbsent(Consumer<Set<String>> found) {
        List<Recent> asked = recent();
        tasks.run(() -> asked.stream().map(Recent::address).filter(SourceNames::isAbsentFile)
                .collect(Collectors.toSet()), found, fault -> found.accept(Set.of()));
    }

    public boolean isLooping() {
        return player.isLooping();
    }

    public void setLooping(boolean on) {
        player.setLooping(on);
        session.change(current -> current.withLoop(on));
    }

    /** Looks for cameras in the background, because that may take seconds. */
    public void findCameras(Consumer<List<Camera>> found) {
        tasks.run(opener::cameras, found, fault -> {
            notices.accept(Notice.failure("No cameras can be listed: " + fault));
            found.accept(List.of());
        });
    }

    /** Looks for microphones in the background, because that may take seconds. */
    public void findMicrophones(Consumer<List<Camera>> found) {
        tasks.run(opener::microphones, found, fault -> {
            notices.accept(Notice.failure("No microphones can be listed: " + fault));
            found.accept(List.of());
        });
    }

    /** Whether what plays could have the sound of a microphone. */
    public boolean takesMicrophone() {
        return playing.map(SourceInfo::live).orElse(false);
    }

    /** The microphone of what plays, as {@link SourceOpener#microphones} addresses it; empty for its own sound. */
    public String microphone() {
        return playing.map(info -> info.address().substring(withoutMicrophone(info.address()).length())).orElse("");
    }

    /** Plays what plays with the sound of a microphone, or, for an empty address, with its own. */
    public void setMicrophone(String microphone) {
        playing.ifPresent(info -> open(withoutMicrophone(info.address()) + microphone));
    }

    private static String withoutMicrophone(String address) {
        return address.substring(0, SourceRequest.microphone(address));
    }

    private static void add(List<SourceRequest> candidates, String address) {
        if (candidates.stream().noneMatch(current -> current.address().equals(address))) {
            candidates.add(SourceRequest.of(address));
        }
    }
}
