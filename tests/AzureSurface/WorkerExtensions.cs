// Microsoft.Azure.Functions.Worker.Extensions: Http 3.3.0, Http.AspNetCore 2.1.1, ServiceBus 5.24.0, Timer 4.3.1
// azure-functions-dotnet-worker: TimerTriggerAttribute at 04207419, ServiceBusTriggerAttribute at 20647858; its AutoCompleteMessages came later, with
// pull request 2297 (release servicebus-extension-5.17.0).
#nullable enable
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker
{
    public enum AuthorizationLevel
    {
        Anonymous = 0,
        User = 1,
        Function = 2,
        System = 3,
        Admin = 4,
    }

    public sealed class HttpTriggerAttribute : TriggerBindingAttribute
    {
        public HttpTriggerAttribute() => throw null!;

        public HttpTriggerAttribute(params string[] methods) => throw null!;

        public HttpTriggerAttribute(AuthorizationLevel authLevel) => throw null!;

        public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) => throw null!;

        public string? Route { get; set; }

        public string[]? Methods => throw null!;

        public AuthorizationLevel AuthLevel => throw null!;
    }

    public static class FunctionContextExtensions
    {
        public static HttpContext? GetHttpContext(this FunctionContext context) => throw null!;
    }

    public sealed class ServiceBusTriggerAttribute : TriggerBindingAttribute
    {
        public ServiceBusTriggerAttribute(string queueName) => throw null!;

        public ServiceBusTriggerAttribute(string topicName, string subscriptionName) => throw null!;

        public bool AutoCompleteMessages { get; set; }

        public string? Connection { get; set; }

        public bool IsSessionsEnabled { get; set; }

        public string? QueueName => throw null!;
    }

    public class ServiceBusMessageActions
    {
        protected ServiceBusMessageActions() => throw null!;

        public virtual Task AbandonMessageAsync(
            ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;

        public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null!;

        public virtual Task DeadLetterMessageAsync(
            ServiceBusReceivedMessage message,
            Dictionary<string, object>? propertiesToModify = default,
            string? deadLetterReason = default,
            string? deadLetterErrorDescription = default,
            CancellationToken cancellationToken = default) => throw null!;
    }

    public sealed class TimerTriggerAttribute : TriggerBindingAttribute
    {
        public TimerTriggerAttribute(string schedule) => throw null!;

        public string Schedule => throw null!;
    }

    public class TimerInfo
    {
    }
}

namespace Microsoft.Azure.Functions.Worker.Builder
{
    public static class FunctionsApplicationBuilderAspNetCoreExtensions
    {
        public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => throw null!;
    }
}
