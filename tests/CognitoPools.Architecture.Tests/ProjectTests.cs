using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CognitoPools.Architecture.Tests;

/// <summary>The arrows between the projects: CognitoPools -> Core -> AwsSdk, Sandbox -> Core, Loader alone.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void Core_sees_the_AWS_SDK_only() =>
        Arrows.None(Code.Core, Code.Module, Code.Sandbox, Code.Loader).Check(Code.Architecture);

    [Fact]
    public void The_sandbox_sees_Core_only() =>
        Arrows.None(Code.Sandbox, Code.Module, Code.AwsSdk, Code.Loader).Check(Code.Architecture);

    [Fact]
    public void The_AWS_SDK_sees_nothing_of_ours() =>
        Arrows.None(Code.AwsSdk, Code.Module, Code.Core, Code.Sandbox, Code.Loader).Check(Code.Architecture);

    [Fact]
    public void The_loader_is_alone() =>
        Arrows.None(Code.Loader, Code.Module, Code.Core, Code.AwsSdk, Code.Sandbox).Check(Code.Architecture);

    [Fact]
    public void The_module_does_not_see_the_loader() => Arrows.None(Code.Module, Code.Loader).Check(Code.Architecture);

    [Theory]
    [InlineData(Code.Core)]
    [InlineData(Code.Sandbox)]
    [InlineData(Code.AwsSdk)]
    [InlineData(Code.Loader)]
    public void Only_the_module_sees_PowerShell(string project) =>
        Arrows.NoneToNamespaces(Arrows.In(project), Arrows.PowerShell).Check(Code.Architecture);

    /// <summary>The sandbox answers HTTP requests. If it saw the clients' types, both could share one mistake.</summary>
    [Fact]
    public void The_sandbox_sees_nothing_of_the_AWS_SDK() =>
        Arrows.NoneToNamespaces(Arrows.In(Code.Sandbox), @"^Amazon(\.|$)").Check(Code.Architecture);

    [Fact]
    public void The_module_sees_no_client_and_no_request() =>
        Arrows.NoneToNamespaces(Arrows.In(Code.Module).And().DoNotResideInNamespace("CognitoPools.Errors"), Arrows.Services)
            .Check(Code.Architecture);

    [Fact]
    public void Of_the_services_the_error_catalogue_sees_exceptions_only() => Types().That()
        .ResideInNamespace("CognitoPools.Errors")
            .Should().NotDependOnAny(Arrows.InNamespaces(Arrows.Services).And().DoNotHaveNameEndingWith("Exception"))
            .Check(Code.Architecture);
}
