package io.github.slitstream.view.model;

import io.github.slitstream.frame.SourceRequest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** What people call an address. */
public final class SourceNames {
    private static final List<String> SCHEMES = List.of(SourceRequest.DEMO, SourceRequest.CAMERA, SourceRequest.SCREEN,
            SourceRequest.RIG);

    private SourceNames() {}

    public static String of(String address) {
        if (address.equals(SourceRequest.DEMO)) {
            return "the demo";
        }
        if (address.equals(SourceRequest.CAMERA)) {
            return "the camera";
        }
        if (address.startsWith(SourceRequest.CAMERA)) {
            return "camera " + address.substring(SourceRequest.CAMERA.length());
        }
        if (address.startsWith(SourceRequest.SCREEN)) {
            return address.equals(SourceRequest.SCREEN) ? "the screen" : address;
        }
        return address.contains("://") ? SourceRequest.shown(address) : fileName(address);
    }

    /** Whether an address names a file or a folder that is not there. May take as long as a disk in the net does. */
    static boolean isAbsentFile(String address) {
        boolean elsewhere = address.contains("://") || SCHEMES.stream().anyMatch(address::startsWith);
        try {
            return !elsewhere && !address.contains("%") && !Files.exists(Path.of(address));
        } catch (InvalidPathException e) {
            return true;
        }
    }

    private static String fileName(String address) {
        try {
            Path name = Path.of(address).getFileName();
            return name == null ? address : name.toString();
        } catch (InvalidPathException e) {
            return address;
        }
    }
}
