package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AV_ERROR_MAX_STRING_SIZE;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** FFmpeg refused or failed; the message is FFmpeg's own reason. Whoever knows what was wanted says so around it. */
final class FFmpegException extends IOException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final String reason;

    FFmpegException(int code) {
        this(code, textOf(code));
    }

    private FFmpegException(int code, String reason) {
        super(reason);
        this.code = code;
        this.reason = reason;
    }

    /** @return {@code result}, which is no error */
    static int check(int result) throws FFmpegException {
        if (result < 0) {
            throw new FFmpegException(result);
        }
        return result;
    }

    /** FFmpeg's words for it. */
    String reason() {
        return reason;
    }

    /** Whether what was read is not what it should be, or ends before it begins. */
    boolean isUnreadable() {
        return code == AVERROR_INVALIDDATA() || code == AVERROR_EOF();
    }

    /** Whether it ended because of a {@link Deadline}. */
    boolean isTimeout() {
        return code == AVERROR_EXIT();
    }

    private static String textOf(int code) {
        if (code == AVERROR_STREAM_NOT_FOUND()) {
            return "it holds no pictures";
        }
        byte[] text = new byte[AV_ERROR_MAX_STRING_SIZE];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
