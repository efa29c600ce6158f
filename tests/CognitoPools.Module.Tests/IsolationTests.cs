using CognitoPools.Module.Tests.AwsTools;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>Other modules bring other versions of the AWS SDK into the same session, and the module comes and goes.</summary>
public class IsolationTests
{
    private const string Work = "(New-CognitoIdentityPool shop -GuestAccess -NoRole).Name; ";
    private const string Copies =
        "@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'AWSSDK.Core' }).Count; ";

    [Theory]
    [InlineData(OtherSdk.Version3, "3.3.0.0")]
    [InlineData(OtherSdk.Version4, "4.0.0.0")]
    public async Task The_module_works_in_a_session_that_holds_another_AWS_SDK(string version, string identity)
    {
        // The other copy is used before and after, as the module that brought it does.
        const string Key =
            "$sdk.GetType('Amazon.Runtime.BasicAWSCredentials')::new('AKIAOTHER', 'secret').GetCredentials().AccessKey; ";
        var script = OtherSdk.Load(
            version)
                + Key
                + "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; "
                + Work
                + Key
                + Copies
                + "$sdk.GetName().Version.ToString()";
        Assert.Equal((0, $"AKIAOTHER\nshop\nAKIAOTHER\n2\n{identity}\n", ""), await ChildShell.RunAsync(script));
    }

    [Fact]
    public async Task Another_AWS_SDK_may_come_after_the_module()
    {
        var script = "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; " + OtherSdk.Load(
            OtherSdk.Version4) + Work + "$sdk.GetType('Amazon.RegionEndpoint')::EUWest1.SystemName; " + Copies;
        Assert.Equal((0, "shop\neu-west-1\n2\n", ""), await ChildShell.RunAsync(script));
    }

    [Fact]
    public async Task Importing_with_Force_twice_keeps_cmdlets_types_and_the_connection()
    {
        const string Script =
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; $before = New-CognitoIdentityPool "
            + "shop -GuestAccess -NoRole; $count = (Get-Command -Module CognitoPools).Count; "
                + "Import-Module CognitoPools -Force; Import-Module CognitoPools -Force; (Get-Command -Module "
                + "CognitoPools).Count -eq $count; ($before | Get-CognitoIdentityPool).Name; "
                + "(Get-CognitoIdentityPool shop).GetType() -eq $before.GetType(); (Get-Help "
                + "New-CognitoIdentityPool).Synopsis.Length -gt 20; "
                    + Copies;
        Assert.Equal((0, "True\nshop\nTrue\nTrue\n1\n", ""), await ChildShell.RunAsync(Script));
    }

    [Fact]
    public async Task Removed_and_imported_again_it_works_as_before()
    {
        const string Script =
            "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; $before = New-CognitoIdentityPool "
            + "first -GuestAccess -NoRole; Remove-Module CognitoPools; "
                + "(Get-Module CognitoPools) -eq $null; Import-Module CognitoPools; ($before | Get-CognitoIdentityPool).Name; "
                    + Work
                    + "$line = 'Get-CognitoIdentityPool fir'; "
                    // On a busy machine the deadline of a completion may pass first.
                    + "foreach ($try in 1..20) { $found = (TabExpansion2 $line $line.Length).CompletionMatches; if "
                    + "($found) { break } }; $found.CompletionText; "
                        + Copies;
        Assert.Equal((0, "True\nfirst\nshop\nfirst\n1\n", ""), await ChildShell.RunAsync(Script));
    }

    [Fact]
    public async Task Parallel_iterations_use_the_connection_of_their_objects_beside_another_SDK()
    {
        var script = OtherSdk.Load(
            OtherSdk.Version3)
                + "Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; $pools = 1..8 | ForEach-Object "
                + "{ New-CognitoIdentityPool \"shop$_\" -GuestAccess -NoRole }; "
                + "$manifest = (Get-Module CognitoPools).Path; $done = $pools | ForEach-Object -ThrottleLimit 4 "
                + "-Parallel { Import-Module CognitoPools; ($_ | Set-CognitoIdentityPool -Tag @{ seen = 'yes' } "
                + "-PassThru).Tags['seen'] }; "
                + "($done -join ' '); @(Get-CognitoIdentityPool | Where-Object { $_.Tags['seen'] -eq 'yes' }).Count; " + Copies;
        Assert.Equal((0, "yes yes yes yes yes yes yes yes\n8\n2\n", ""), await ChildShell.RunAsync(script));
    }

    [Fact]
    public async Task Several_runspaces_share_the_assemblies_and_no_account()
    {
        const string Script =
            "$names = 1..3 | ForEach-Object { $space = "
            + "[runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2()); $space.Open(); $shell = "
            + "[powershell]::Create(); $shell.Runspace = $space; $null = $shell.AddScript({ param($name, $modules) "
            + "$env:PSModulePath = $modules; Import-Module CognitoPools; Connect-PoolAccount -Sandbox | Out-Null; "
                + "New-CognitoIdentityPool $name -GuestAccess -NoRole | Out-Null; (Get-CognitoIdentityPool).Name; "
                + "[AppDomain]::CurrentDomain.GetAssemblies().Where({ $_.GetName().Name -eq 'AWSSDK.Core' }).Count "
                + "}.ToString()).AddArgument(\"shop$_\").AddArgument($env:PSModulePath); "
                + "$shell.Invoke(); if ($shell.HadErrors) { $shell.Streams.Error }; $shell.Dispose(); $space.Dispose() "
                + "}; $names -join ' '";
        Assert.Equal((0, "shop1 1 shop2 1 shop3 1\n", ""), await ChildShell.RunAsync(Script));
    }
}
