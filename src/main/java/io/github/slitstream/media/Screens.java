package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;

/**
 * Opens what is on the screen: a display, a region of the desktop or a window.
 *
 * @param system gives it
 */
record Screens(ScreenSystem system) {

    /** @throws IOException if there is no such part of the screen or it may not be captured */
    FrameSource open(SourceRequest request) throws IOException {
        String address = request.address();
        ScreenPart part = ScreenPart.of(address);
        FFmpegLibraries.loadDevices();
        VideoInput input = input(part, request);
        try {
            return VideoSource.open(input, address, name(part), request.framesPerSecond());
        } catch (FFmpegException failure) {
            throw new IOException(address + " cannot be captured (" + failure.reason() + "); " + system.remedy()
                    + "; " + ScreenPart.ALLOWED, failure);
        }
    }

    private VideoInput input(ScreenPart part, SourceRequest request) throws IOException {
        try {
            return system.input(part, request.framesPerSecond());
        } catch (IOException refusal) {
            throw new IOException(request.address() + ": " + refusal.getMessage(), refusal);
        }
    }

    private static String name(ScreenPart part) {
        return switch (part) {
            case ScreenPart.Display(int number) -> "Display " + number;
            case ScreenPart.Region region -> "Screen " + region.size();
            case ScreenPart.Window(String title) -> title;
        };
    }
}
