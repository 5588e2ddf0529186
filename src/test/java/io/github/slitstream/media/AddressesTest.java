package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address of which a part is not understood never plays something else. */
@Timeout(60)
class AddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"demo:640", "demo:640x", "demo:640x360@", "demo:640x360@fast", "demo:640x360@0",
        "demo:640x360@1001", "demo:0x360", "demo:640x360@60 ", "demo:720p", "demo:640×360", "demo:@-1",
        "demo:99999x10", "demo:640x360@1e3", "camera:nobody has such a camera", "camera:9999", "camera:-1",
        "camera:0@60", "screen:0", "screen:640x480", "screen:640x480+1", "DEMO:", "Camera:0", "http:/one.slash/a.mp4",
        "nothing://there", "nothing:there", "file:///no/such/file.mp4", "", " ", "a\0b"})
    void whatIsNotUnderstoodIsRefusedInOneLine(String address) {
        IOException refusal = assertThrows(IOException.class,
                () -> new MediaSources().open(SourceRequest.of(address)).close());
        String words = String.valueOf(refusal.getMessage());
        assertEquals(1, words.lines().count(), words);
        assertTrue(words.length() > address.length() + 10, words);
    }

    @Test
    void passwordsAreNotShown() {
        String address = "http://someone:secret@127.0.0.1:1/live?at=a@b";
        IOException refusal = assertThrows(IOException.class,
                () -> new MediaSources().open(SourceRequest.of(address)).close());
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("http://127.0.0.1:1/live?at=a@b cannot be opened"),
                refusal.getMessage());
        for (String plain : List.of("demo:", "a@b.mp4", "rtsp://host/a@b", "/a://b@c.mp4", "C:\\a@b.mp4")) {
            assertEquals(plain, SourceRequest.shown(plain));
        }
    }
}
