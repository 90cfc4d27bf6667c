#include "app/pictures/jpeg.h"

#include <array>
#include <memory>

#include <turbojpeg.h>

#include "app/pictures/picture.h"

namespace pictures {

namespace {

// By the orientation of EXIF, from 1.
constexpr std::array turns{TJXOP_NONE,
                           TJXOP_HFLIP,
                           TJXOP_ROT180,
                           TJXOP_VFLIP,
                           TJXOP_TRANSPOSE,
                           TJXOP_ROT90,
                           TJXOP_TRANSVERSE,
                           TJXOP_ROT270};

struct Closed {
    void operator()(void* handle) const { ::tjDestroy(handle); }
    void operator()(unsigned char* bytes) const { ::tjFree(bytes); }
};

const unsigned char* data_of(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

// Nothing where it cannot be turned so without loss, or not read at all.
std::string transformed(void* handle, std::string_view upload, int turn) {
    tjtransform how{};
    how.op = turn;
    how.options = TJXOPT_COPYNONE | TJXOPT_PERFECT;
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const int result = ::tjTransform(handle,
                                     data_of(upload),
                                     static_cast<unsigned long>(upload.size()),
                                     1,
                                     &bytes,
                                     &size,
                                     &how,
                                     TJFLAG_LIMITSCANS);
    const std::unique_ptr<unsigned char, Closed> kept(bytes);
    // A warning is of what is odd and yet read; whether it is whole, decoding tells.
    const bool is_done = result == 0 || ::tjGetErrorCode(handle) == TJERR_WARNING;
    return is_done && bytes != nullptr ? std::string(reinterpret_cast<const char*>(bytes), size)
                                       : std::string();
}

}  // namespace

Jpeg bare_jpeg(std::string_view upload, int orientation) {
    const std::unique_ptr<void, Closed> handle(::tjInitTransform());
    Jpeg jpeg;
    int subsampling = 0;
    int colours = 0;
    const auto size = static_cast<unsigned long>(upload.size());
    if (!handle || ::tjDecompressHeader3(handle.get(),
                                         data_of(upload),
                                         size,
                                         &jpeg.width,
                                         &jpeg.height,
                                         &subsampling,
                                         &colours) != 0) {
        throw Refused{"kind"};
    }
    refuse_too_many(jpeg.width, jpeg.height);
    const auto turn = turns.at(static_cast<std::size_t>(orientation - 1));
    jpeg.bytes = transformed(handle.get(), upload, turn);
    if (!jpeg.bytes.empty()) {
        const bool is_on_its_side = turn == TJXOP_TRANSPOSE || turn == TJXOP_ROT90 ||
                                    turn == TJXOP_TRANSVERSE || turn == TJXOP_ROT270;
        if (is_on_its_side) {
            std::swap(jpeg.width, jpeg.height);
        }
        return jpeg;
    }
    jpeg.bytes = transformed(handle.get(), upload, TJXOP_NONE);
    jpeg.orientation = orientation;
    if (jpeg.bytes.empty()) {
        throw Refused{"broken"};
    }
    return jpeg;
}

}  // namespace pictures
