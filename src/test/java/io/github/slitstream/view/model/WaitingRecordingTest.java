package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.view.model.RecordingModel.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recordings that are asked for before there is a picture. */
class WaitingRecordingTest extends OpenRecordings {
    @Test
    void oneThatIsAskedForBeforeTheFirstPictureBeginsWithIt() {
        Counting sink = new Counting();
        try (Player early = newPlayer()) {
            RecordingModel model = model(early, request -> sink);
            model.toggle();
            model.tick();
            assertEquals(Phase.WAITING, model.phase());
            assertEquals(List.of(Notice.news("The recording begins with the first picture")), notices);
            early.open(DEMO);
            awaitTrue(() -> {
                model.tick();
                runAll();
                return model.phase() == Phase.RECORDING;
            });
            awaitTrue(() -> {
                show(early);
                return sink.pictures.get() > 2;
            });
            model.toggle();
            runAll();
            assertTrue(sink.isFinished);
        }
    }

    @Test
    void oneThatWaitsCanBeCalledOff() {
        try (Player early = newPlayer()) {
            RecordingModel model = model(early, request -> new Counting());
            model.toggle();
            model.toggle();
            assertEquals(Phase.IDLE, model.phase());
            early.open(DEMO);
            awaitTrue(() -> early.outlets().shown() != null);
            model.tick();
            assertEquals(Phase.IDLE, model.phase());
        }
    }

    @Test
    void oneThatWaitsForASourceThatIsRefusedSaysSo() {
        try (Player early = newPlayer()) {
            RecordingModel model = model(early, request -> new Counting());
            model.toggle();
            early.open(new SourceRequest(folder.resolve("none.mp4").toString(), 32, 18, 60));
            awaitTrue(() -> early.source() instanceof SourceState.Refused);
            model.tick();
            assertEquals(Phase.IDLE, model.phase());
            model.toggle();
            assertEquals(Phase.IDLE, model.phase());
            Notice reason = Notice.warning("There is no picture to record: pick a source first");
            assertEquals(List.of(reason, reason), notices.subList(1, 3));
        }
    }
}
