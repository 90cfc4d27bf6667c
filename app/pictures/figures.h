#pragma once
// What is measured in a picture, so that two of them can be compared: of one taken of the same
// place with the same camera in the same light the figures are nearly the same.
//
// The picture is brought to 1280 pixels on its longest side; of that the middle half of the width
// and of the height is looked at, where the skin is. Colours are made linear by the curve of sRGB
// (IEC 61966-2-1); luminance is 0.2126 R + 0.7152 G + 0.0722 B.
//
//   light           log2 of the median of the luminance: 0 is white, -1 half as much light
//   red_cast        log2 of the median of R over that of G; more or less light changes nothing
//   blue_cast       the same of B
//   sharpness       log2 of the mean size of the Laplacian of the luminance, over its median;
//                   what is blurred has less, more or less light changes nothing, grain counts
//   clipped_bright  percent of the pixels of which a colour is 254 or 255
//   clipped_dark    percent of the pixels of which no colour is more than 2

#include <string>

#include <vips/vips.h>

namespace pictures {

// Another number as soon as anything above is computed in another way.
inline constexpr int version_of_figures = 1;

// Lines "light -231", each number in hundredths, with "figures 1" first; nothing of a picture whose
// colours cannot be made sRGB. The image's pixels can be asked for again.
std::string figure_lines(VipsImage* image);

}  // namespace pictures
