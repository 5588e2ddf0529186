package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;

/** Keeps one channel of pictures, blurred. Any thread says which and how far. */
final class VideoPlanes implements PictureStore<VideoPlane> {
    private VideoChannel channel = VideoChannel.LUMA;
    private double blur;

    /** @param newBlur radius as a share of the longer side */
    synchronized void set(VideoChannel newChannel, double newBlur) {
        channel = newChannel;
        blur = newBlur;
    }

    private synchronized VideoChannel channel() {
        return channel;
    }

    private synchronized double blur() {
        return blur;
    }

    @Override
    public VideoPlane none() {
        return VideoPlane.NONE;
    }

    @Override
    public VideoPlane make(FrameSize size) {
        return new VideoPlane(size);
    }

    @Override
    public boolean isRoomFor(VideoPlane plane, FrameSize size) {
        return plane.size().equals(size) && !plane.equals(VideoPlane.NONE);
    }

    @Override
    public void fill(VideoPlane room, Frame frame) {
        room.take(frame, channel(), blur());
    }
}
