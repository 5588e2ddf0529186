package io.github.slitstream.view.model;

import io.github.slitstream.frame.SourceRequest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What people call an address. */
public final class SourceNames {
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
        return address.contains("://") ? address : fileName(address);
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
