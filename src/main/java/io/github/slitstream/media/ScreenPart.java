package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of the screen is meant by an address that begins with {@code screen:}. */
sealed interface ScreenPart {
    /** The forms of an address, for messages. */
    String ALLOWED = "allowed are screen: or screen:1 (a display), screen:640x480+100+50 (a region) and screen:TITLE"
            + " (a window)";

    /** @param number from 1 on */
    record Display(int number) implements ScreenPart {}

    /**
     * @param x pixels from the left edge of the desktop
     * @param y pixels from its upper edge
     */
    record Region(int x, int y, FrameSize size) implements ScreenPart {}

    record Window(String title) implements ScreenPart {}

    /** @throws IOException if it has no such form */
    static ScreenPart of(String address) throws IOException {
        String part = address.substring(SourceRequest.SCREEN.length()).strip();
        if (part.isEmpty()) {
            return new Display(1);
        }
        if (part.matches("\\d+")) {
            return display(address, part);
        }
        if (part.matches("\\d+x\\d+.*")) {
            return region(address, part);
        }
        return new Window(part);
    }

    private static Display display(String address, String number) throws IOException {
        if (!number.matches("[1-9]\\d?")) {
            throw new IOException(address + ": displays are counted from 1; " + ALLOWED);
        }
        return new Display(Integer.parseInt(number));
    }

    private static Region region(String address, String text) throws IOException {
        Matcher form = Pattern.compile("(\\d{1,6})x(\\d{1,6})([+-]\\d{1,6})([+-]\\d{1,6})").matcher(text);
        if (!form.matches()) {
            throw new IOException(address + " is no part of the screen; " + ALLOWED);
        }
        FrameSize size = PictureLimits.check(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)),
                address);
        return new Region(Integer.parseInt(form.group(3)), Integer.parseInt(form.group(4)), size);
    }
}
