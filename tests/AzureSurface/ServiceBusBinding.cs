// How a message reaches a function and how it is settled. The message travels as Microsoft's host sends it (16 bytes of lock token, then AMQP);
// the settlement goes to the host's own address, here as JSON instead of its gRPC service.
using System.Net;
using System.Net.Http.Json;
using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

[InputConverter(typeof(ServiceBusMessageConverter))]
public sealed partial class ServiceBusTriggerAttribute;

[InputConverter(typeof(ServiceBusActionsConverter))]
public partial class ServiceBusMessageActions;

/// <summary>From the host's bytes to the message, and to what may be done with it.</summary>
[SupportsDeferredBinding]
[SupportedTargetType(typeof(ServiceBusReceivedMessage))]
internal sealed class ServiceBusMessageConverter : IInputConverter
{
    private const int LockTokenLength = 16;

    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => new(context switch
    {
        { Source: ModelBindingData data } when context.TargetType == typeof(ServiceBusReceivedMessage) =>
            ConversionResult.Success(Read(data.Content.ToMemory())),
        _ => ConversionResult.Unhandled(),
    });

    private static ServiceBusReceivedMessage Read(ReadOnlyMemory<byte> bytes) => ServiceBusReceivedMessage.FromAmqpMessage(
        AmqpAnnotatedMessage.FromBytes(BinaryData.FromBytes(bytes[LockTokenLength..])), BinaryData.FromBytes(bytes[..LockTokenLength]));
}

/// <summary>The actions of one invocation.</summary>
internal sealed class ServiceBusActionsConverter : IInputConverter
{
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
    {
        var host = context.FunctionContext.InstanceServices.GetRequiredService<IConfiguration>()["Functions:Worker:HostEndpoint"];
        return new(context.TargetType == typeof(ServiceBusMessageActions)
            ? ConversionResult.Success(new HostActions(new Uri(host!))) : ConversionResult.Unhandled());
    }
}

/// <summary>Settles by asking the host, which holds the lock.</summary>
internal sealed class HostActions(Uri host) : ServiceBusMessageActions
{
    private static readonly HttpClient Http = new() { DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        SettleAsync("complete", new { message.LockToken }, cancellationToken);

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = default,
        string? deadLetterReason = default,
        string? deadLetterErrorDescription = default,
        CancellationToken cancellationToken = default) =>
        SettleAsync("deadletter", new { message.LockToken, Reason = deadLetterReason, Description = deadLetterErrorDescription }, cancellationToken);

    private async Task SettleAsync<T>(string how, T body, CancellationToken ct)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(host, $"settlement/{how}"), body, ct);
        answer.EnsureSuccessStatusCode();
    }
}
