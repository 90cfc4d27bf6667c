#include "app/server/http/clinic_network.h"

#include <gtest/gtest.h>

namespace server::clinic_network_test {
namespace {

Request from(std::string address, Pairs headers = {}) {
    return {.headers = std::move(headers), .address = std::move(address)};
}

TEST(ClinicNetwork, IsThatOfPrivateAddresses) {
    for (const auto* near : {"10.0.0.7",
                             "10.255.255.255",
                             "172.16.0.1",
                             "172.31.9.9",
                             "192.168.1.20",
                             "169.254.3.4",
                             "fd12:3456::1",
                             "fe80::1",
                             "fe80::1%eth0",
                             "::ffff:192.168.1.20"}) {
        EXPECT_TRUE(is_from_clinic_network(from(near))) << near;
    }
}

TEST(ClinicNetwork, IsNeitherTheInternetNorThisMachineNorWhatIsNoAddress) {
    for (const auto* far : {"172.15.0.1",
                            "172.32.0.1",
                            "192.169.1.1",
                            "11.0.0.1",
                            "8.8.8.8",
                            "127.0.0.1",
                            "::1",
                            "2001:db8::1",
                            "::ffff:8.8.8.8",
                            "",
                            "10.0.0",
                            "clinic.local"}) {
        EXPECT_FALSE(is_from_clinic_network(from(far))) << far;
    }
}

TEST(ClinicNetwork, IsNotWhatPassedAProxy) {
    for (const auto* sign : {"forwarded", "x-forwarded-for", "x-real-ip", "via"}) {
        EXPECT_FALSE(is_from_clinic_network(from("192.168.1.2", {{sign, "1"}}))) << sign;
    }
}

}  // namespace
}  // namespace server::clinic_network_test
