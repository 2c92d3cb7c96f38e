using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Identity;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Tests.Shape;

public class FunctionsTests
{
    [Fact]
    public void Every_http_function_says_who_may_call_it() => Assert.Empty(
        FunctionCatalogue.All.Where(
            function => function.Trigger is HttpTriggerAttribute && function.Method.GetCustomAttribute<AllowedToAttribute>() is not { Roles.Count: > 0 })
            .Select(function => function.Name));

    [Fact]
    public void Every_http_function_says_what_it_answers() => Assert.Empty(
        FunctionCatalogue.All.Where(function => function.Trigger is HttpTriggerAttribute && !function.Method.GetCustomAttributes<AnswersAttribute>().Any())
            .Select(function => function.Name));

    [Fact]
    public void Every_function_has_a_name_and_a_route_of_its_own()
    {
        Assert.Equal(FunctionCatalogue.All.Count, FunctionCatalogue.All.Select(function => function.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var doors = FunctionCatalogue.All.SelectMany(
            function => function.Methods.Select(method => $"{method} {System.Text.RegularExpressions.Regex.Replace(function.Route, "{[^}]+}", "{}")}"))
            .ToList();
        Assert.Equal(doors.Count, doors.Distinct().Count());
    }

    // Nothing is put before a route: what is not a page says itself that it belongs to the API.
    [Fact]
    public void Every_door_outside_the_site_stands_below_api() => Assert.Empty(
        FunctionCatalogue.All.Where(
            function => function.Trigger is HttpTriggerAttribute && function.Class.Namespace != "PublicAdmin.Site"
                && !function.Route.StartsWith("api/", StringComparison.Ordinal))
            .Select(function => function.Name));

    [Fact]
    public void Every_queue_function_listens_to_a_queue_that_exists_with_its_sessions() => Assert.All(
        FunctionCatalogue.All.Select(function => function.Trigger).OfType<ServiceBusTriggerAttribute>(),
        trigger => Assert.Equal((Queues.Of(trigger.QueueName!).Sessions, false), (trigger.IsSessionsEnabled, trigger.AutoCompleteMessages)));

    // What only the embedded edition does, such as sweeping its own folder, needs no setting in Azure.
    [Fact]
    public void Every_timer_of_both_editions_has_a_schedule() => Assert.All(
        FunctionCatalogue.All.Where(function => !function.Class.Namespace!.StartsWith("PublicAdmin.Embedded", StringComparison.Ordinal))
            .Select(function => function.Trigger).OfType<TimerTriggerAttribute>(),
        trigger => Assert.Contains(trigger.Schedule.Trim('%'), Schedules.All.Keys));

    [Fact]
    public void Classes_nobody_inherits_are_sealed() => Assert.Empty(
        typeof(FunctionCatalogue).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }
                && type.Namespace?.StartsWith("PublicAdmin", StringComparison.Ordinal) == true
                && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
                && !typeof(FunctionCatalogue).Assembly.GetTypes().Any(other => other.BaseType == type))
            .Select(type => type.FullName));
}
