package io.github.slitstream.view.stage;

import io.github.slitstream.view.WindowPorts;
import io.github.slitstream.view.model.KeptRecordings;
import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.OutputFolders;
import io.github.slitstream.view.model.RecordingModel;
import io.github.slitstream.view.model.RecordingSettings;
import io.github.slitstream.view.model.ReplayModel;
import io.github.slitstream.view.model.SessionModel;
import io.github.slitstream.view.model.SourceModel;
import io.github.slitstream.view.model.Tasks;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All that records in the window: the recordings that run, those that are kept, and the menu of both. */
final class RecordControls {
    private final WindowPorts ports;
    private final SessionModel session;
    private final KeptRecordings kept;
    private final RecordingModel model;
    private final ReplayModel replay;
    private final RecordMenu menu;

    /**
     * @param writing does what may take long
     * @param looking asks what there is
     * @param changed runs whenever a recording begins or ends
     */
    RecordControls(WindowPorts ports, SessionModel session, SourceModel source, PromptBar prompt, Tasks writing,
            Tasks looking, Consumer<Notice> notices, Runnable changed) {
        this.ports = ports;
        this.session = session;
        kept = new KeptRecordings(ports.sources(), ports.sinks(), new NativeDesktop(), writing, notices);
        model = new RecordingModel(ports.player(), ports.sinks(), ports.outputs(), () -> session.session().recording(),
                kept, writing, notices, changed);
        replay = new ReplayModel(ports.player(), ports.sinks(), ports.outputs(), () -> session.session().recording(),
                kept, writing, notices, this::switchReplayOn);
        RecordingList list = new RecordingList(kept, file -> source.open(file.toString()), prompt);
        menu = new RecordMenu(ports.player(), ports.sinks(), session, ports.outputs(), ports.files(), model, replay,
                list, looking);
    }

    RecordingModel model() {
        return model;
    }

    ReplayModel replay() {
        return replay;
    }

    RecordMenu menu() {
        return menu;
    }

    /** Called a few times a second. */
    void tick() {
        model.tick();
        replay.tick();
    }

    /** Ends all that records. */
    void finish() throws IOException {
        replay.finish();
        model.finish();
    }

    private void switchReplayOn() {
        session.change(current -> current
                .withRecording(current.recording().with(RecordingSettings.REPLAY, true)));
    }

    /** Makes complete what a program that ended too soon has left. */
    void recover() {
        OutputFolders folders = ports.outputs().recordingsIn(session.session().recording().folder());
        Stream.of(folders.recordings(), folders.snapshots()).distinct().forEach(kept::recover);
    }
}
