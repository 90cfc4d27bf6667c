#include "app/clinical/aftercare/care_case.h"

#include <gtest/gtest.h>

#include "tests/app/clinical/aftercare/care_example.h"

namespace clinical::care_case_test {
namespace {

using schema::Device;
using schema::Fitzpatrick;

struct Case {
    Device device;
    double depth_mm;
    CareDevice kind;
    CareDepth depth;
};

TEST(CareCase, OfEachDeviceAndDepth) {
    const Case cases[] = {
        {Device::home, 0.3, CareDevice::needles, CareDepth::shallow},
        {Device::home, 0.31, CareDevice::needles, CareDepth::deep},
        {Device::roller, 0.3, CareDevice::needles, CareDepth::shallow},
        {Device::roller, 1.5, CareDevice::needles, CareDepth::deep},
        {Device::stamp, 0.3, CareDevice::needles, CareDepth::deep},
        {Device::pen, 0.25, CareDevice::needles, CareDepth::deep},
        {Device::pen, 2, CareDevice::needles, CareDepth::deep},
        {Device::rf_insulated, 0.3, CareDevice::radiofrequency, CareDepth::deep},
        {Device::rf_noninsulated, 3, CareDevice::radiofrequency, CareDepth::deep},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(std::string(schema::word(each.device)) + " " + std::to_string(each.depth_mm));
        schema::Session session;
        needle(session, each.device, each.depth_mm);
        const auto now = care_case(session, Fitzpatrick::II);
        EXPECT_EQ(now.device, each.kind);
        EXPECT_EQ(now.depth, each.depth);
    }
}

TEST(CareCase, IsDeepWhereOneAreaIsOrNoneIsRecorded) {
    schema::Session session;
    session.device = Device::home;
    EXPECT_EQ(care_case(session, {}).depth, CareDepth::deep);
    needle(session, Device::home, 0.2);
    session.areas.push_back({schema::Region::chin, 0.5, 1});
    EXPECT_EQ(care_case(session, {}).depth, CareDepth::deep);
}

TEST(CareCase, TakesASkinTypeThatIsNotRecordedAsADarkOne) {
    const schema::Session session;
    EXPECT_EQ(care_case(session, Fitzpatrick::I).skin, CareSkin::types_I_to_III);
    EXPECT_EQ(care_case(session, Fitzpatrick::III).skin, CareSkin::types_I_to_III);
    EXPECT_EQ(care_case(session, Fitzpatrick::IV).skin, CareSkin::types_IV_to_VI);
    EXPECT_EQ(care_case(session, Fitzpatrick::VI).skin, CareSkin::types_IV_to_VI);
    EXPECT_EQ(care_case(session, std::nullopt).skin, CareSkin::types_IV_to_VI);
}

}  // namespace
}  // namespace clinical::care_case_test
