package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.view.model.RecordingModel.Phase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the record button says and stands for when things go wrong. */
class RecordingModelTest extends OpenRecordings {
    @Test
    void whateverOpeningThrowsTheButtonCanBePressedAgain() {
        RecordingModel model = model(request -> {
            throw new IllegalStateException("no such encoder");
        });
        model.toggle();
        assertEquals(Phase.STARTING, model.phase());
        runAll();
        assertEquals(Phase.IDLE, model.phase());
        assertFailure("No recording: ", "no such encoder");
    }

    @Test
    void aRecordingThatIsAboutToStartCanBeCalledOff() {
        List<Broken> sinks = new ArrayList<>();
        RecordingModel model = model(request -> {
            sinks.add(new Broken());
            return sinks.getLast();
        });
        model.toggle();
        model.toggle();
        runAll();
        assertEquals(Phase.IDLE, model.phase());
        assertTrue(sinks.getFirst().closed);
        model.toggle();
        runAll();
        assertEquals(Phase.RECORDING, model.phase(), "the next is wanted again");
    }

    @Test
    void aSinkThatThrowsIsAFailedRecordingAndNothingIsSaidToBeRecorded() {
        RecordingModel model = model(request -> new Broken());
        model.toggle();
        runAll();
        awaitTrue(() -> {
            show();
            model.tick();
            return model.phase() == Phase.FINISHING;
        });
        runAll();
        assertEquals(Phase.IDLE, model.phase());
        assertFailure("The recording failed: ", "no conversion");
    }

    @Test
    void aFileThatOpensAfterTheEndIsClosed() throws IOException {
        Broken sink = new Broken();
        RecordingModel model = model(request -> sink);
        model.toggle();
        model.finish();
        runAll();
        assertTrue(sink.closed);
    }

    /** One that was started while another ran, and both ended by one press. */
    @Test
    void severalRecordingsRunAtOnce() {
        List<Counting> sinks = new ArrayList<>();
        RecordingModel model = model(request -> {
            sinks.add(new Counting());
            return sinks.getLast();
        });
        model.start();
        model.start();
        runAll();
        assertEquals(2, model.statuses().size());
        awaitTrue(() -> {
            show();
            return sinks.stream().allMatch(sink -> sink.pictures.get() > 2);
        });
        model.toggle();
        assertEquals(Phase.FINISHING, model.phase());
        runAll();
        assertEquals(Phase.IDLE, model.phase());
        assertEquals(2, notices.stream().filter(notice -> notice.kind() == Notice.Kind.DONE).count());
        assertTrue(sinks.stream().allMatch(sink -> sink.isFinished));
    }

    /** Neither is the other's business. */
    @Test
    void aPhotoFinishGoesOnWhileARecordingEnds() {
        List<SinkRequest> requests = new ArrayList<>();
        List<Counting> sinks = new ArrayList<>();
        RecordingModel model = model(request -> {
            requests.add(request);
            sinks.add(new Counting());
            return sinks.getLast();
        });
        Slice slice = new Slice(Slice.Direction.Y_T, 0.25);
        model.startPhotoFinish(slice);
        runAll();
        assertEquals(Phase.IDLE, model.phase());
        assertEquals(1, model.photoFinish().size());
        assertEquals(slice, requests.getFirst().slice());
        assertTrue(requests.getFirst().address().endsWith(".png"), requests.getFirst().address());
        model.start();
        runAll();
        model.toggle();
        runAll();
        assertEquals(1, model.photoFinish().size());
        assertTrue(!sinks.getFirst().isFinished && sinks.getLast().isFinished);
        awaitTrue(() -> {
            show();
            return sinks.getFirst().pictures.get() > 2;
        });
        model.endPhotoFinish();
        runAll();
        assertTrue(sinks.getFirst().isFinished);
        assertTrue(notices.getLast().text().startsWith("Photo finish of 00:0"), notices.getLast().text());
    }

    @Test
    void littleRoomIsSaidOnceWhileThereIsTime() {
        Counting sink = new Counting();
        RecordingModel model = model(request -> sink);
        model.start();
        runAll();
        awaitTrue(() -> {
            show();
            return sink.pictures.get() > 5;
        });
        model.tick();
        model.tick();
        assertEquals(1, notices.size(), notices.toString());
        assertTrue(notices.getFirst().text().matches("The disk has room for [01]\\.\\d min more of .*"),
                notices.getFirst().text());
        model.toggle();
        runAll();
    }

    private void assertFailure(String beginning, String reason) {
        assertEquals(1, notices.size(), notices.toString());
        Notice notice = notices.getFirst();
        assertEquals(Notice.Kind.FAILURE, notice.kind());
        assertTrue(notice.text().startsWith(beginning) && notice.text().contains(reason), notice.text());
    }

    private static final class Broken implements Sink {
        private boolean closed;

        @Override
        public void write(Frame picture, long nanos) {
            throw new IllegalStateException("no conversion from this picture");
        }

        @Override
        public void finish() {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
