#pragma once
// A JPEG without its metadata, its coefficients as they came (TurboJPEG's lossless transform).

#include <string>
#include <string_view>

namespace pictures {

struct Jpeg {
    std::string bytes;  // no marker but those that decoding needs
    int width = 0;
    int height = 0;
    int orientation = 1;  // what could not be turned without loss, as in EXIF
};

// `orientation`: as the upload's metadata say it, 1 to 8. Blocks at the edge that are not whole are
// not turned: then the picture stays as it is and its orientation with it. Throws Refused.
Jpeg bare_jpeg(std::string_view upload, int orientation);

}  // namespace pictures
