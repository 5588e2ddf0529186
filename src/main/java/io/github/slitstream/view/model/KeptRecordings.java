package io.github.slitstream.view.model;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The recordings of this session that are complete, newest first, and those that were found unfinished. */
public final class KeptRecordings {
    private final SourceOpener sources;
    private final SinkOpener sinks;
    private final DesktopFiles desktop;
    private final Tasks tasks;
    private final Consumer<Notice> notices;
    private final List<KeptRecording> recordings = new ArrayList<>();
    private Runnable changed = () -> {};

    /** @param sources reads their pictures */
    public KeptRecordings(SourceOpener sources, SinkOpener sinks, DesktopFiles desktop, Tasks tasks,
            Consumer<Notice> notices) {
        this.sources = sources;
        this.sinks = sinks;
        this.desktop = desktop;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Sets what runs whenever the list changes. */
    public void onChange(Runnable action) {
        changed = action;
    }

    public List<KeptRecording> list() {
        return List.copyOf(recordings);
    }

    /** Makes complete what a program that ended too soon left in a folder. */
    public void recover(Path folder) {
        tasks.run(() -> sinks.unfinished(folder), left -> left.forEach(this::recoverFile),
                fault -> notices.accept(Notice.warning(fault)));
    }

    private void recoverFile(Path unfinished) {
        tasks.run(() -> sinks.recover(unfinished), file -> {
            add(OutputFormat.of(file.toString()).isPresent() ? file : beside(file), "recovered");
            notices.accept(Notice.done("A recording that was not finished was recovered: " + file, file.toString()));
        }, fault -> notices.accept(Notice.warning(fault)));
    }

    /** The numbered pictures whose sound it is. */
    private static Path beside(Path sound) {
        return sound.resolveSibling("");
    }

    /** Takes a new one on. */
    void add(Path file, String detail) {
        recordings.addFirst(new KeptRecording(file, detail, null));
        changed.run();
        tasks.run(() -> thumbnail(file), picture -> replace(file, kept -> kept.with(picture)), unreadable -> {
            // it stands in the list without a picture
        });
    }

    private Thumbnail thumbnail(Path file) throws IOException {
        try (FrameSource source = sources.open(SourceRequest.of(file.toString()));
                Arena arena = Arena.ofConfined()) {
            Frame first = Frame.allocate(source.info().size(), arena);
            source.read(first);
            return Thumbnail.of(first);
        }
    }

    public void show(KeptRecording recording) {
        tasks.run(() -> {
            desktop.show(recording.file());
            return recording;
        }, shown -> {}, fault -> notices.accept(Notice.warning(fault)));
    }

    /**
     * Gives a recording's file another name, in the background.
     *
     * @param name without its folder; what it ends with stays
     * @return why it cannot be, in one line; empty where it is tried
     */
    public String rename(KeptRecording recording, String name) {
        if (!isFileName(name)) {
            return "'" + name + "' is no name of a file: leave out what separates folders.";
        }
        tasks.run(() -> moved(recording, name),
                file -> replace(recording.file(), kept -> kept.at(file)),
                fault -> notices.accept(Notice.warning("Not renamed: " + fault)));
        return "";
    }

    private static boolean isFileName(String name) {
        try {
            Path file = Path.of(name);
            return file.getNameCount() == 1 && !file.isAbsolute();
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    private static Path moved(KeptRecording recording, String name) throws IOException {
        Path file = recording.file();
        String ending = Files.isDirectory(file) ? "" : recording.name().substring(recording.name().lastIndexOf('.'));
        Path to = file.resolveSibling(name.endsWith(ending) ? name : name + ending);
        return Files.move(file, to);
    }

    public void moveToBin(KeptRecording recording) {
        tasks.run(() -> {
            desktop.moveToBin(recording.file());
            return recording;
        }, gone -> {
            recordings.removeIf(kept -> kept.file().equals(recording.file()));
            changed.run();
            notices.accept(Notice.news(recording.name() + " is in the bin"));
        }, fault -> notices.accept(Notice.warning("It stays where it is: " + fault)));
    }

    private void replace(Path file, UnaryOperator<KeptRecording> change) {
        recordings.replaceAll(kept -> kept.file().equals(file) ? change.apply(kept) : kept);
        changed.run();
    }
}
