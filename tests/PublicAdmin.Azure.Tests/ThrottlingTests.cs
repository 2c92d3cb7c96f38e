using Azure;
using Azure.Messaging.ServiceBus;
using PublicAdmin.Azure;
using PublicAdmin.Signing;

namespace PublicAdmin.Tests.Azure;

/// <summary>Needs no server: which faults only mean that a service is busy.</summary>
public sealed class ThrottlingTests
{
    [Xunit.Theory]
    [InlineData(429, 10)]
    [InlineData(503, 10)]
    [InlineData(409, null)]
    [InlineData(500, null)]
    public void A_busy_service_is_asked_again_and_a_broken_one_is_not(int status, int? seconds) =>
        Assert.Equal(seconds, (int?)Throttling.DelayOf(new RequestFailedException(status, "x"))?.TotalSeconds);

    [Xunit.Fact]
    public void What_the_vault_says_is_kept_up_to_a_minute()
    {
        Assert.Equal(TimeSpan.FromSeconds(7), Throttling.DelayOf(new SigningKeysBusyException(TimeSpan.FromSeconds(7))));
        Assert.Equal(TimeSpan.FromMinutes(1), Throttling.DelayOf(new SigningKeysBusyException(TimeSpan.FromHours(1))));
    }

    [Xunit.Fact]
    public void Several_tries_in_vain_mean_what_the_first_meant() =>
        Assert.NotNull(Throttling.DelayOf(new AggregateException(new RequestFailedException(503, "x"), new RequestFailedException(503, "x"))));

    [Xunit.Theory]
    [InlineData(ServiceBusFailureReason.ServiceBusy)]
    [InlineData(ServiceBusFailureReason.ServiceTimeout)]
    [InlineData(ServiceBusFailureReason.ServiceCommunicationProblem)]
    public void A_bus_that_cannot_be_reached_is_tried_again(ServiceBusFailureReason reason) =>
        Assert.NotNull(Throttling.DelayOf(new ServiceBusException("x", reason)));

    [Xunit.Fact]
    public void A_service_that_gives_no_answer_at_all_is_tried_again() => Assert.NotNull(Throttling.DelayOf(new RequestFailedException("the line is down")));

    [Xunit.Fact]
    public void A_fault_of_ours_is_no_throttling() => Assert.Null(Throttling.DelayOf(new InvalidOperationException()));
}
