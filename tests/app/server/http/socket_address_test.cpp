#include "app/server/http/socket_address.h"

#include <gtest/gtest.h>

namespace server::socket_address_test {
namespace {

TEST(SocketAddress, IsReadWithAndWithoutAPort) {
    const auto expect = [](const char* text, const char* address, int port) {
        const auto read = SocketAddress::read(text, 8443);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(read->address(), address);
        EXPECT_EQ(read->port(), port) << text;
    };
    expect("192.168.1.10", "192.168.1.10", 8443);
    expect("192.168.1.10:443", "192.168.1.10", 443);
    expect("fd00:0:0::5", "fd00::5", 8443);
    expect("[fd00::5]", "fd00::5", 8443);
    expect("[fd00::5]:444", "fd00::5", 444);
    expect("0.0.0.0:0", "0.0.0.0", 0);
    EXPECT_TRUE(SocketAddress::read("0.0.0.0", 1)->is_any());
    EXPECT_TRUE(SocketAddress::read("::", 1)->is_any());
    EXPECT_FALSE(SocketAddress::read("::1", 1)->is_any());
}

TEST(SocketAddress, IsNotReadOutOfAnythingElse) {
    for (const auto* text : {"",
                             "desk",
                             "book.clinic.example",
                             "192.168.1",
                             "192.168.1.10:",
                             "192.168.1.10:http",
                             "192.168.1.10:65536",
                             "192.168.1.10:-1",
                             "[fd00::5",
                             "[fd00::5]443",
                             "192.168.1.10:443:1"}) {
        EXPECT_FALSE(SocketAddress::read(text, 8443)) << text;
    }
}

TEST(NetworkOfAnAddress, IsOfIpv6TheHalfThatAMachineDoesNotChoose) {
    EXPECT_EQ(network_of("2001:db8:1:2:aaaa::1"), network_of("2001:db8:1:2:bbbb::2"));
    EXPECT_NE(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:3::1"));
    EXPECT_EQ(network_of("10.0.0.7"), "10.0.0.7");
    EXPECT_NE(network_of("10.0.0.7"), network_of("10.0.0.8"));
    EXPECT_EQ(network_of(""), "");
}

TEST(Host, OfIpv6StandsInBrackets) {
    EXPECT_EQ(host_text("fd00::5"), "[fd00::5]");
    EXPECT_EQ(host_text("10.0.0.7"), "10.0.0.7");
    EXPECT_EQ(ip_address("FD00:0::5"), "fd00::5");
    EXPECT_EQ(ip_address("book.example"), std::nullopt);
}

}  // namespace
}  // namespace server::socket_address_test
