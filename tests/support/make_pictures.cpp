// Pictures for tests, drawn by a formula: heads of two ellipses, no photographs of anybody.
//   make_pictures FOLDER            head.jpg odd.jpg grey.jpg progressive.jpg head.png alpha.png
//   head.webp head.heic bomb.png make_pictures coefficients FILE the DCT coefficients of a JPEG as
//   one line: sizes and a hash make_pictures turn N IN OUT     a JPEG turned as the orientation N
//   says, without loss make_pictures draw N FILE       a small JPEG that is another for each N
//   make_pictures pixels FILE       width, height and a hash of the pixels of any picture

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <jpeglib.h>
#include <turbojpeg.h>
#include <vips/vips.h>

namespace {

class Hash {
  public:
    void add(std::uint64_t value) {
        constexpr std::uint64_t prime = 1099511628211U;
        hash_ = (hash_ ^ value) * prime;
    }
    std::uint64_t value() const { return hash_; }

  private:
    std::uint64_t hash_ = 14695981039346656037U;
};

std::string bytes_of(const char* file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

VipsImage* head(int width, int height, int bands) {
    std::vector<unsigned char> pixels;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double u = 2.0 * x / width - 1;
            const double v = 2.0 * y / height - 1;
            const bool is_face = u * u / 0.4 + v * v / 0.7 < 1;
            const bool is_eye = std::abs(std::abs(u) - 0.25) < 0.08 && std::abs(v + 0.15) < 0.05;
            const double shade = 0.85 + 0.15 * std::sin(9 * u + 5 * v);
            const std::array<double, 4> colour = is_eye    ? std::array{40.0, 30.0, 30.0, 255.0}
                                                 : is_face ? std::array{210.0, 160.0, 130.0, 255.0}
                                                           : std::array{70.0, 90.0, 120.0, 128.0};
            for (int band = 0; band < bands; ++band) {
                pixels.push_back(static_cast<unsigned char>(colour[static_cast<std::size_t>(band)] *
                                                            (band < 3 ? shade : 1)));
            }
        }
    }
    VipsImage* borrowed = vips_image_new_from_memory(
        pixels.data(), pixels.size(), width, height, bands, VIPS_FORMAT_UCHAR);
    VipsImage* image = vips_image_copy_memory(borrowed);
    VipsImage* named = nullptr;
    vips_copy(image,
              &named,
              "interpretation",
              bands == 1 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB,
              nullptr);
    return named;
}

int make_all(const std::string& folder) {
    const auto save = [&](const char* name, VipsImage* image, auto... options) {
        return vips_image_write_to_file(image, (folder + "/" + name).c_str(), options..., nullptr);
    };
    VipsImage* face = head(640, 800, 3);
    VipsImage* bomb = nullptr;
    int failed = save("head.jpg", face, "Q", 90);
    failed += save("odd.jpg", head(101, 75, 3), "Q", 90);
    failed += save("grey.jpg", head(320, 240, 1), "Q", 90);
    failed += save("progressive.jpg", face, "Q", 80, "interlace", TRUE);
    failed += save("head.png", face);
    failed += save("alpha.png", head(200, 160, 4));
    failed += save("head.webp", face);
    failed += save("head.heic", face);
    failed += vips_black(&bomb, 20000, 20000, nullptr) + save("bomb.png", bomb);
    return failed == 0 ? 0 : 1;
}

int coefficients(const char* name) {
    std::FILE* file = std::fopen(name, "rb");
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&jpeg);
    jpeg_stdio_src(&jpeg, file);
    jpeg_read_header(&jpeg, TRUE);
    jvirt_barray_ptr* const arrays = jpeg_read_coefficients(&jpeg);
    Hash hash;
    std::cout << jpeg.image_width << 'x' << jpeg.image_height;
    for (int each = 0; each < jpeg.num_components; ++each) {
        const auto& component = jpeg.comp_info[each];
        for (int at = 0; at < DCTSIZE2; ++at) {
            hash.add(component.quant_table->quantval[at]);
        }
        for (JDIMENSION row = 0; row < component.height_in_blocks; ++row) {
            JBLOCKARRAY blocks = jpeg.mem->access_virt_barray(
                reinterpret_cast<j_common_ptr>(&jpeg), arrays[each], row, 1, FALSE);
            for (JDIMENSION block = 0; block < component.width_in_blocks; ++block) {
                for (int at = 0; at < DCTSIZE2; ++at) {
                    hash.add(static_cast<std::uint16_t>(blocks[0][block][at]));
                }
            }
        }
    }
    std::cout << ' ' << hash.value() << '\n';
    return 0;
}

int turn(int orientation, const char* from, const char* to) {
    constexpr std::array turns{TJXOP_NONE,
                               TJXOP_HFLIP,
                               TJXOP_ROT180,
                               TJXOP_VFLIP,
                               TJXOP_TRANSPOSE,
                               TJXOP_ROT90,
                               TJXOP_TRANSVERSE,
                               TJXOP_ROT270};
    const auto bytes = bytes_of(from);
    tjhandle handle = tjInitTransform();
    tjtransform how{};
    how.op = turns.at(static_cast<std::size_t>(orientation - 1));
    how.options = TJXOPT_PERFECT | TJXOPT_COPYNONE;
    unsigned char* out = nullptr;
    unsigned long size = 0;
    if (tjTransform(handle,
                    reinterpret_cast<const unsigned char*>(bytes.data()),
                    static_cast<unsigned long>(bytes.size()),
                    1,
                    &out,
                    &size,
                    &how,
                    0) != 0) {
        return 1;
    }
    std::ofstream(to, std::ios::binary)
        .write(reinterpret_cast<const char*>(out), static_cast<std::streamsize>(size));
    return 0;
}

int pixels(const char* name) {
    VipsImage* image = vips_image_new_from_file(name, nullptr);
    if (image == nullptr) {
        return 1;
    }
    std::size_t size = 0;
    const auto* const bytes =
        static_cast<const unsigned char*>(vips_image_write_to_memory(image, &size));
    Hash hash;
    for (std::size_t at = 0; at < size; ++at) {
        hash.add(bytes[at]);
    }
    std::cout << image->Xsize << 'x' << image->Ysize << ' ' << hash.value() << '\n';
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (vips_init(words[0]) != 0 || count < 2) {
        return 2;
    }
    const std::string what = words[1];
    if (what == "coefficients" && count == 3) {
        return coefficients(words[2]);
    }
    if (what == "pixels" && count == 3) {
        return pixels(words[2]);
    }
    if (what == "turn" && count == 5) {
        return turn(std::atoi(words[2]), words[3], words[4]);
    }
    if (what == "draw" && count == 4) {
        return vips_image_write_to_file(head(100 + std::atoi(words[2]), 80, 3), words[3], nullptr);
    }
    return make_all(what);
}
