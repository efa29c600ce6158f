using CognitoPools.Outcomes.Tests.Museum;

namespace CognitoPools.Outcomes.Tests;

/// <summary>Every fault that the audit knows, each in a pool of its own, is found, and its remedy removes it and nothing else.</summary>
public sealed class MuseumTests : IDisposable
{
    private const string Functions =
        """
        $ConfirmPreference = 'None'
        $WarningPreference = 'SilentlyContinue'
        function Condition($audience, $amr, $operator) {
            $parts = @()
            if ($audience) { $parts += '"{0}":{{"cognito-identity.amazonaws.com:aud":"{1}"}}' -f $operator, $audience }
            if ($amr) { $parts += '"ForAnyValue:StringLike":{{"cognito-identity.amazonaws.com:amr":"{0}"}}' -f $amr }
            if ($parts) { ',"Condition":{' + ($parts -join ',') + '}' }
        }
        function Statement($condition) {
            '{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity"' + $condition + '}'
        }
        function Allow($audience, $amr) { Statement (Condition $audience $amr 'StringEquals') }
        function Like($audience, $amr) { Statement (Condition $audience $amr 'StringLike') }
        function Trust($role, [string[]] $statements) {
            Set-PoolSandbox -Role @{ Name = $role; TrustPolicy = '{"Version":"2012-10-17","Statement":[' + ($statements -join ',') + ']}' }
        }
        """;

    private readonly Shell shell = new();
    private readonly Account account = new();

    public MuseumTests() => shell.Connect(account.Connected);

    public static TheoryData<string> Faults => [.. Exhibits.All.Select(exhibit => exhibit.ToString())];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_gives_its_finding_and_the_remedy_removes_nothing_else(string name)
    {
        var exhibit = Exhibits.All.Single(known => known.ToString() == name);
        await ArrangeAsync(exhibit);

        var before = Audit(exhibit);
        Assert.Equal(Sorted([exhibit.Id, .. exhibit.Also]), Sorted(before.Select(finding => finding.Id)));

        foreach (var finding in before)
            Assert.Equal([], Faulty(finding.Remedy));

        var found = before.First(finding => finding.Id == exhibit.Id);
        if (found.Remedy.Split('\n').All(line => line.StartsWith('#')))
            return;
        var said = shell.Run(found.Remedy);
        Assert.True(said.Errors.Count == 0, $"{found.Remedy}{Environment.NewLine}{said.Text}");
        var after = Audit(exhibit);
        Assert.Equal(
            Sorted(exhibit.Also.Except(exhibit.After).Concat(exhibit.After.Except(exhibit.Also))),
            Sorted(after.Select(finding => finding.Id).Distinct()));
    }

    [Fact]
    public void The_museum_has_every_check() =>
        Assert.Equal([], CognitoPools.Audit.AuditChecks.Ids.Except(Exhibits.All.Select(exhibit => exhibit.Id)).Except(NotHere));

    [Theory]
    [InlineData("New-CognitoIdentityPool x -UserPoolId eu-central-1_Example01 -ClientId 1example23456789")]
    [InlineData("New-CognitoIdentityPool x -UserPoolId eu-central-1_Example01 -ClientId 1example23456789 -GuestAccess", "GuestEnabled")]
    [InlineData("New-CognitoIdentityPool x", "PoolEmpty")]
    public void What_the_module_makes_by_default_is_not_blamed(string make, params string[] ids)
    {
        var said = shell.Run($"{Functions}\n$null = {make}");
        Assert.True(said.Errors.Count == 0, said.Text);

        Assert.Equal(ids, Findings(shell.Run("Test-CognitoIdentityPool -Account")).Select(finding => finding.Id));
    }

    public void Dispose()
    {
        shell.Dispose();
        account.Dispose();
    }

    // The sandbox refuses a foreign role and a missing provider, as the service does; a short name and a long session need
    // another Region and another call. The tests of the checks have them.
    private static readonly string[] NotHere =
        ["NotChecked", "GuestWave", "RoleNameTooLong", "RoleLongSession", "RoleCrossAccount", "ProviderMissing"];

    // A command must parse, have only known parameters, and have a value for each that needs one, also in a comment ("Do this: Command").
    private const string Check =
        """
        foreach ($line in $remedy -split "`n") {
            $code = $line -creplace '^# .*?: (?=[A-Z][a-z]+-(Pool|CognitoIdentityPool))'
            if ($code.StartsWith('#')) { continue }
            $problems = $null
            $parsed = [System.Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $problems)
            foreach ($problem in $problems) { "${line}: $($problem.Message)" }
            foreach ($command in $parsed.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                $known = (Get-Command $command.GetCommandName()).Parameters
                for ($index = 1; $index -lt $command.CommandElements.Count; $index++) {
                    $part = $command.CommandElements[$index]
                    if ($part -isnot [System.Management.Automation.Language.CommandParameterAst]) { continue }
                    $parameter = $known[$part.ParameterName]
                    $next = $command.CommandElements | Select-Object -Skip ($index + 1) -First 1
                    $isBare = -not $part.Argument -and (-not $next -or $next -is [System.Management.Automation.Language.CommandParameterAst])
                    if (-not $parameter) { "${line}: $part is unknown" }
                    elseif ($isBare -and $parameter.ParameterType -ne [switch]) { "${line}: $part has no value" }
                }
            }
        }
        """;

    private IEnumerable<string> Faulty(string remedy)
    {
        var said = shell.Run($"$remedy = @'\n{remedy}\n'@\n{Check}");
        Assert.True(said.Errors.Count == 0, said.Text);
        return said.Output.Select(line => line.ToString());
    }

    [Fact]
    public void A_command_without_a_value_is_faulty() => Assert.Equal(
        ["# Do this: Set-CognitoIdentityPool 'x' -NewName: -NewName has no value", "Set-PoolRole 'x' Guest -Nonee: -Nonee is unknown"],
        Faulty("# Do this: Set-CognitoIdentityPool 'x' -NewName\nSet-PoolRole 'x' Guest -Nonee\nSet-PoolRole 'x' Guest -None"));

    private static List<string> Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];

    private async Task ArrangeAsync(Exhibit exhibit)
    {
        var said = shell.Run(
            $"{Functions}\n$null = {exhibit.Pool}\n$id = (Get-CognitoIdentityPool shop).IdentityPoolId\n"
                + "$users = (Get-PoolRole $id -IdentityType Authenticated).RoleName\n$null = . { " + exhibit.Arrange + " }\n$id");
        Assert.True(said.Errors.Count == 0, $"{exhibit} could not be arranged: {said.Text}");
        if (exhibit.Raw is { } raw)
            await raw(new RawPool(account.Connected.Connection, (string)said.Output[^1].BaseObject));
    }

    private IReadOnlyList<PoolFinding> Audit(Exhibit exhibit) => Findings(shell.Run($"Test-CognitoIdentityPool {exhibit.Parameters}"));

    private static IReadOnlyList<PoolFinding> Findings(Said said)
    {
        Assert.True(said.Errors.Count == 0, said.Text);
        return [.. said.Output.Select(item => (PoolFinding)item.BaseObject)];
    }
}
