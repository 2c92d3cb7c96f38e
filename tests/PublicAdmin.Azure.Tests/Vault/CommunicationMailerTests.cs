using Azure;
using Azure.Communication.Email;
using Azure.Core.Pipeline;
using PublicAdmin.Azure;
using PublicAdmin.Notifications;
using PublicAdmin.Notifications.Sending;
using PublicAdmin.Tests.Azure.Support;

namespace PublicAdmin.Tests.Azure.Vault;

/// <summary>Letters handed to Communication Services over the line.</summary>
public sealed class CommunicationMailerTests : IAsyncLifetime
{
    private StandInVault _service = null!;

    [Xunit.Fact]
    public async Task A_letter_is_handed_over_with_its_subject_and_receiver()
    {
        await SendAsync();

        var letter = Assert.Single(_service.Letters);
        Assert.Contains("mai@example.vn", letter, StringComparison.Ordinal);
        Assert.Contains("office@example.vn", letter, StringComparison.Ordinal);
    }

    [Xunit.Theory]
    [InlineData("""{"error":{"code":"EmailDroppedAllRecipients","message":"x"}}""", true)]
    [InlineData("""{"error":{"code":"BadRequest","message":"Invalid format for recipient email address"}}""", true)]
    [InlineData("""{"error":{"code":"BadRequest","message":"Request body validation error.","target":"recipients.to"}}""", true)]
    [InlineData("""{"error":{"code":"DomainNotLinked","message":"The specified sender domain has not been linked."}}""", false)]
    [InlineData("""{"error":{"code":"InvalidSenderUserName","message":"Invalid sender username."}}""", false)]
    [InlineData("""{"error":{"code":"BadRequest","message":"The attachment is too large."}}""", false)]
    public async Task Only_what_the_service_says_of_the_receiver_is_the_receivers_fault(string refusal, bool undeliverable)
    {
        _service.MailRefusal = refusal;

        var fault = await Record.ExceptionAsync(SendAsync);

        Assert.Equal(undeliverable, fault is UndeliverableException);
        Assert.Equal(!undeliverable, fault is RequestFailedException or MailAwayException);
    }

    public async Task InitializeAsync() => _service = await StandInVault.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    private Task SendAsync()
    {
        var client = new EmailClient(
            _service.Address, new StandInTokens(), new EmailClientOptions { Transport = new HttpClientTransport(StandInCertificate.Trusting()) });
        var settings = new AzureSettings { Tables = _service.Address, Blobs = _service.Address, Vault = _service.Address, Email = _service.Address,
            EmailSender = "office@example.vn" };
        return new CommunicationMailer(client, settings).SendAsync(
            new Mail("1", "mai@example.vn", new Letter("Hồ sơ đã tiếp nhận", "Kính gửi")), CancellationToken.None);
    }
}
