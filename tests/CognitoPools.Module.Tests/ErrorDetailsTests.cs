using System.Management.Automation;
using System.Reflection;
using CognitoPools.Module.Tests.Reflection;

namespace CognitoPools.Module.Tests;

/// <summary>PowerShell 7.5 and later print the recommended action below the message; earlier ones print the message
/// alone.</summary>
public class ErrorDetailsTests
{
    private static readonly Type Details = BuiltModule.Cmdlets.Values.First().ImplementingType.Assembly.GetType(
        "CognitoPools.Errors.PoolErrorDetails", throwOnError: true)!;

    [Theory]
    [InlineData("3.0.0.0", "The cause. The cure.")]
    [InlineData("7.4.6.500", "The cause. The cure.")]
    [InlineData("7.5.0.500", "The cause.")]
    [InlineData("7.6.0.500", "The cause.")]
    [InlineData("8.0.0.0", "The cause.")]
    public void Every_engine_shows_the_cure_once(string engine, string message)
    {
        var details = Create("The cause.", "The cure.", engine);
        Assert.Equal(
            (message, "The cure.", "The cause. The cure."),
            (details.Message, details.RecommendedAction, details.ToString()));
    }

    [Theory]
    [InlineData("7.4.6.500")]
    [InlineData("7.6.0.500")]
    public void Without_a_cure_there_is_the_cause_alone(string engine)
    {
        var details = Create("The cause.", "", engine);
        Assert.Equal(("The cause.", "", "The cause."), (details.Message, details.RecommendedAction, details.ToString()));
    }

    private static ErrorDetails Create(string cause, string cure, string engine) =>
        (ErrorDetails)Activator.CreateInstance(
            Details, BindingFlags.Instance | BindingFlags.NonPublic,
            binder: null, [cause, cure, Version.Parse(engine)], culture: null)!;
}
