#pragma once
// Images of libvips that are let go of.

#include <memory>
#include <string>

#include <vips/vips.h>

#include "app/pictures/picture.h"

namespace pictures {

struct Released {
    void operator()(VipsImage* image) const { g_object_unref(image); }
    void operator()(void* bytes) const { g_free(bytes); }
};
using Image = std::unique_ptr<VipsImage, Released>;

// What an operation gives, or a refusal.
template <class Operation>
Image made(const Operation& operation) {
    VipsImage* out = nullptr;
    if (operation(&out) != 0 || out == nullptr) {
        throw Refused{"broken"};
    }
    return Image(out);
}

// Computed now, so that its pixels can be asked for again.
inline Image in_memory(const Image& image) {
    return made([&](VipsImage** out) {
        *out = vips_image_copy_memory(image.get());
        return *out == nullptr ? -1 : 0;
    });
}

}  // namespace pictures
