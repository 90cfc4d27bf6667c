#pragma once
// Sources that several rules rest on, as they are cited.

#include <string_view>

namespace clinical {

inline constexpr std::string_view skinpen_contraindications =
    "SkinPen Precision instructions for use (FDA DEN160029), contraindications, as quoted in a "
    "consent form";
inline constexpr std::string_view skinpen_precautions =
    "SkinPen Precision instructions for use (FDA DEN160029), precautions: not evaluated in these "
    "patients, as quoted in consent forms";
inline constexpr std::string_view dermapen_contraindications =
    "Dermapen 4 manual, contraindications";
inline constexpr std::string_view radiofrequency_contraindications =
    "InMode Fractora and Morpheus8 operator's manual, contraindications of radiofrequency";
inline constexpr std::string_view chu =
    "Chu 2021, Dermatol Surg, doi 10.1097/01.dss.0000790428.70373.f6";

}  // namespace clinical
