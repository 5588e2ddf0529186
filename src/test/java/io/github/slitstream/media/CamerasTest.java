package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.slitstream.media.CameraSystem.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamerasTest {
    private static final Device BUILT_IN = new Device("/dev/video0", "Integrated Camera");
    private static final Device STUDIO = new Device("/dev/video2", "Studio Cam");
    private static final Device STAGE = new Device("/dev/video4", "Stage Cam");
    private static final List<Device> ALL = List.of(BUILT_IN, STUDIO, STAGE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"camera:, /dev/video0", "camera:0, /dev/video0", "camera:2, /dev/video4",
        "camera:studio cam, /dev/video2",
        "camera:INTEG, /dev/video0", "camera:sta, /dev/video4", "camera:/dev/video2, /dev/video2"})
    void aCameraIsFoundByNumberOrName(String address, String url) throws IOException {
        assertEquals(url, Cameras.find(address, ALL).url());
    }

    @Test
    void anUnknownCameraIsAnsweredWithTheKnownOnes() {
        String known = "; the cameras are camera:0 (Integrated Camera), camera:1 (Studio Cam), camera:2 (Stage Cam)";
        assertEquals("there is no camera:7" + known, refusal("camera:7", ALL));
        assertEquals("there is no camera:phone" + known, refusal("camera:phone", ALL));
        assertEquals("more than one camera is meant by camera:st" + known, refusal("camera:st", ALL));
    }

    @Test
    void noCameraAtAll() {
        assertEquals("no camera was found; connect one, or play a file, a URL or the built-in demo (demo:)",
                refusal("camera:", List.of()));
    }

    @Test
    void sysfsNamesTheFirstNodeOfEachCameraInOrder() throws IOException {
        node("video10", "1", "Studio Cam");
        node("video2", "0", "Studio Cam");
        node("video12", "0", "Stage Cam");
        Files.createDirectories(folder.resolve("v4l-subdev0"));
        Files.createDirectories(folder.resolve("video77"));
        assertEquals(List.of(new Device("/dev/video2", "Studio Cam"), new Device("/dev/video12", "Stage Cam")),
                CameraList.fromSysfs(folder));
        assertEquals(List.of(), CameraList.fromSysfs(folder.resolve("nowhere")));
    }

    @Test
    void theSystemProfilersReportIsRead() {
        String report = """
            {"SPCameraDataType" : [ {
                "_name" : "FaceTime HD Camera",
                "spcamera_unique-id" : "47B4"
              }, { "_name":"The \\"Big\\" One" } ] }
            """;
        assertEquals(List.of(new Device("FaceTime HD Camera:none", "FaceTime HD Camera"),
                new Device("The \"Big\" One:none", "The \"Big\" One")), CameraList.inProfile(report));
        assertEquals(List.of(), CameraList.inProfile("{}"));
    }

    private void node(String name, String index, String camera) throws IOException {
        Path node = Files.createDirectories(folder.resolve(name));
        Files.writeString(node.resolve("index"), index + "\n");
        Files.writeString(node.resolve("name"), camera + "\n");
    }

    private static String refusal(String address, List<Device> devices) {
        return String.valueOf(
                assertThrows(IOException.class, () -> Cameras.find(address, devices)).getMessage());
    }
}
