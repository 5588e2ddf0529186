package io.github.slitstream.view.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be asked of the window by key: the one list that the keyboard, the tooltips and the shortcut sheet go by.
 */
public enum Command {
    FREEZE("Space", "Freeze the picture, go on"),
    BYPASS("B", "Show the picture without effects while held"),
    TRIGGER("T", "Begin the scan anew"),
    SNAPSHOT(
            "S",
            "Save a snapshot (PNG)"),
    SLICE_X_T("X", "Save a slice of rows through the ring (PNG)"),
    SLICE_Y_T("Y",
            "Save a slice of columns through the ring (PNG)"),
    FINISH_X_T("Shift+X", "Start or end a photo finish of rows (PNG)"),
    FINISH_Y_T("Shift+Y", "Start or end a photo finish of columns (PNG)"),
    RECORD("R",
            "Start or end a recording"),
    REPLAY("Shift+R", "Save the last seconds that were seen and heard"),
    FULL_SCREEN("F",
            "Full screen"),
    HIDE("H",
            "Hide or show the controls"),
    SHORTCUTS("?", "Show or hide this sheet"),

    PAUSE("P", "Pause the file, play on"),
    BACK("Left", "Back in the file"),
    FORWARD("Right",
            "On in the file"),
    FRAME_BACK("Shift+Left", "Back by a frame"),
    FRAME_FORWARD("Shift+Right",
            "On by a frame"),
    LOOP_BEGIN("I", "Repeat the file from here"),
    LOOP_END("O",
            "Repeat the file up to here"),
    LOOP_CLEAR("L", "Repeat no part of the file"),

    STOP_TIME("G", "Stop time, let it go on"),
    CATCH_UP("Shift+G", "Let time catch up with now"),
    SLOWER("J", "Let time run slower, at last back"),
    FASTER("K", "Let time run faster"),

    UNDO("Ctrl+Z", "Undo"),
    REDO("Ctrl+Shift+Z", "Redo"),
    OPEN("Ctrl+O", "Open a video or picture"),
    SAVE("Ctrl+S",
            "Save the preset"),
    ADD("Ctrl+E", "Add an effect");

    /** What goes through any time: that of a file, and that of the picture. */
    public static final Set<Command> FOR_TIME = Collections.unmodifiableSet(EnumSet.range(PAUSE, FASTER));

    private final String keys;
    private final String doc;

    Command(String keys, String doc) {
        this.keys = keys;
        this.doc = doc;
    }

    /**
     * In the form that JavaFX parses, except for the question mark; Ctrl stands for the platform's own shortcut key.
     */
    public String keys() {
        return keys;
    }

    public String doc() {
        return doc;
    }

    /** The sentence with its key, for a tooltip. */
    public String tip() {
        return doc + " (" + keys + ")";
    }
}
