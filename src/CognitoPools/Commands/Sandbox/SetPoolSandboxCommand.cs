using System.Collections;
using System.Globalization;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Sandbox;

namespace CognitoPools.Commands.Sandbox;

/// <summary>Sets how the sandbox behaves: its latency, request rates, faults, IAM delay and clock, and what its IAM
/// holds.</summary>
/// <remarks>
/// <para>What you do not name stays as it is. A fault is a hashtable with the keys Operation, Kind, AtCall (counted from
/// now, 1 by default), Times, ErrorCode, Message, StatusCode, UnprocessedCount, Delay, and AfterApply, with which the
/// operation takes effect and only its answer is lost.</para>
/// <para>The kinds are Error, Throttle and InternalError, which the service answers; ConnectionReset and Hang, which give
/// no answer; TruncatedBody, which cuts the real answer in half; EmptyBody, EmptyJson and HtmlPage, which stand for the
/// answer of somebody else, such as a proxy, and carry no request id; Slow, which gives the real answer after Delay;
/// Duplicate, for which the request arrives twice; and UnprocessedIdentities of DeleteIdentities.</para>
/// <para>It cannot change an answer's content, nor anything of a real account.</para>
/// </remarks>
/// <example>
/// <title>Let a step fail</title>
/// <code>Set-PoolSandbox -Fault @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'NotAuthorizedException'; Message = 'Access to Role is forbidden.' }</code>
/// The next call of SetIdentityPoolRoles fails with that error.
/// </example>
/// <example>
/// <title>The service's request rates</title>
/// <code>Set-PoolSandbox -RequestRate @{ ListIdentities = 5; DeleteIdentities = 10 }</code>
/// Calls above these rates are throttled, as AWS's default quotas do.
/// </example>
/// <example>
/// <title>Let a day pass</title>
/// <code>Set-PoolSandbox -Advance 1.00:00:00</code>
/// Moves the sandbox's clock.
/// </example>
/// <example>
/// <title>A role that somebody made by hand</title>
/// <code>Set-PoolSandbox -Role @{ Name = 'shop-users'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }</code>
/// Adds the role to the sandbox's IAM, so that Set-PoolRole and rules can name it.
/// </example>
/// <notes>
/// <para>Calls: none. It works only while the runspace is connected to a sandbox.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Set, "PoolSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(PoolSandbox))]
public sealed class SetPoolSandboxCommand : SandboxCommand
{
    private static readonly KeyNames RoleKeys = new(["Name", "TrustPolicy", "Path", "PermissionsBoundary"]);
    private static readonly KeyNames PolicyKeys = new(["Name", "Document", "AwsManaged"]);

    /// <summary>How long each call takes.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [ArgumentCompleter(typeof(SandboxSpanCompleter))]
    public TimeSpan Latency { get; set; }

    /// <summary>Requests per second by operation, as a hashtable: @{ ListIdentities = 5 }. It replaces the rates of
    /// before; an empty one lifts all.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(RequestRateTableCompleter))]
    public IDictionary? RequestRate { get; set; }

    /// <summary>How long a new or changed IAM role stays unknown to the pools.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [ArgumentCompleter(typeof(SandboxSpanCompleter))]
    public TimeSpan IamDelay { get; set; }

    /// <summary>Faults to come, added to those of before.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FaultTableCompleter))]
    public object[]? Fault { get; set; }

    /// <summary>Drops the faults of before.</summary>
    [Parameter]
    public SwitchParameter ClearFault { get; set; }

    /// <summary>Forgets the calls made so far.</summary>
    [Parameter]
    public SwitchParameter ClearCall { get; set; }

    /// <summary>Sets the sandbox's clock. Text must be ISO 8601.</summary>
    [Parameter]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset Time { get; set; }

    /// <summary>Moves the sandbox's clock forward.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [ArgumentCompleter(typeof(SandboxSpanCompleter))]
    public TimeSpan Advance { get; set; }

    /// <summary>OpenID Connect providers to add to the sandbox's IAM, by their https issuers or ARNs, so that pools
    /// can name them. A slash at an issuer's end stays.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? OpenIdConnectProvider { get; set; }

    /// <summary>SAML providers to add to the sandbox's IAM, by their names.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? SamlProvider { get; set; }

    /// <summary>IAM roles to add, each as a hashtable with Name, TrustPolicy (JSON) and, if wanted, Path and
    /// PermissionsBoundary (the ARN of a managed policy); one that is there gets the trust policy and the boundary. IAM's
    /// checks of trust policies are left out, so that old and broken ones can be tried.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Table]
    [ArgumentCompleter(typeof(SandboxRoleTableCompleter))]
    public IDictionary[]? Role { get; set; }

    /// <summary>Managed policies to add, each as a hashtable with Name, Document (JSON) and, for one of AWS's own,
    /// AwsManaged = $true.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Table]
    [ArgumentCompleter(typeof(SandboxPolicyTableCompleter))]
    public IDictionary[]? ManagedPolicy { get; set; }

    /// <summary>The partition of the IAM that gets the roles, managed policies and providers, such as aws-us-gov. Without
    /// it: that of the connection's Region.</summary>
    [Parameter]
    [OneValue]
    [KnownName("aws", "aws-cn", "aws-us-gov", "aws-eusc")]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public string? Partition { get; set; }

    /// <summary>Writes the sandbox as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var sandbox = Sandbox;
        Combination.OnlyWithAny(
            nameof(Partition), Partition is not null,
            (nameof(OpenIdConnectProvider), OpenIdConnectProvider is not null),
            (nameof(SamlProvider), SamlProvider is not null),
            (nameof(Role), Role is not null),
            (nameof(ManagedPolicy), ManagedPolicy is not null));
        foreach (var table in Role ?? [])
            RoleKeys.Require(nameof(Role), table, "Write @{ Name = '...'; TrustPolicy = '...' }, and if need be Path and PermissionsBoundary.");
        foreach (var table in ManagedPolicy ?? [])
            PolicyKeys.Require(nameof(ManagedPolicy), table, "Write @{ Name = '...'; Document = '...' }, and if need be AwsManaged.");
        var partition = Partition ?? AwsPartition.FromRegion(ConnectedRegion).Name;
        var rates = RequestRate is null ? null : Rates(RequestRate);
        var faults = (Fault ?? []).Select(FaultArgument.Read).ToList();
        CheckSpan(nameof(Latency), Latency, SandboxSettings.LongestSpan);
        CheckSpan(nameof(IamDelay), IamDelay, SandboxSettings.LongestSpan);
        CheckSpan(nameof(Advance), Advance, SandboxClock.Latest - sandbox.Clock.GetUtcNow());
        if (IsBound(nameof(Time)) && (Time < SandboxClock.Earliest || Time > SandboxClock.Latest))
        {
            throw new InvalidSettingException(
                nameof(Time), Time.ToString("o", CultureInfo.InvariantCulture), "is out of range.",
                $"Give a time from {SandboxClock.Earliest:yyyy-MM-dd} to {SandboxClock.Latest:yyyy-MM-dd}.");
        }
        var set = MyInvocation.BoundParameters.Where(bound => bound.Value is not SwitchParameter { IsPresent: false } && bound.Key != nameof(Force));
        if (!Agreed(Force, "the sandbox", $"Set {string.Join(", ", set.Select(bound => bound.Key))}"))
            return;

        var settings = sandbox.Settings;
        if (IsBound(nameof(Latency)))
            settings.Latency = Latency;
        if (IsBound(nameof(IamDelay)))
            settings.IamDelay = IamDelay;
        if (rates is not null)
            settings.RequestRates = rates;
        if (ClearFault)
            settings.ClearFaults();
        FaultArgument.Add(settings, faults);
        if (IsBound(nameof(Time)))
            sandbox.Clock.SetTime(Time);
        if (IsBound(nameof(Advance)))
            sandbox.Clock.Advance(Advance);
        AddToIam(nameof(OpenIdConnectProvider), OpenIdConnectProvider, issuer => sandbox.AddOpenIdConnectProvider(issuer, partition: partition));
        AddToIam(nameof(SamlProvider), SamlProvider, name => sandbox.AddSamlProvider(name, partition: partition));
        AddToIam(
            nameof(ManagedPolicy),
            ManagedPolicy,
            policy => sandbox.AddManagedPolicy(
                Entry(policy, "Name")!, Entry(policy, "Document") ?? "",
                Entry(policy, "AwsManaged") == bool.TrueString,
                partition: partition));
        // After the managed policies, of which one may be a role's boundary.
        AddToIam(
            nameof(Role),
            Role,
            role => sandbox.PutRole(
                Entry(role, "Name")!, Entry(role, "TrustPolicy") ?? throw new ArgumentException("it lacks its TrustPolicy"),
                Entry(role, "Path") ?? "/", partition,
                Entry(role, "PermissionsBoundary")));
        if (ClearCall)
            sandbox.ClearCalls();
        if (PassThru)
            WriteObject(new PoolSandbox(sandbox));
    }

    private static void AddToIam<T>(string parameter, T[]? items, Action<T> add)
    {
        foreach (var item in items ?? [])
        {
            try
            {
                add(item);
            }
            catch (ArgumentException exception)
            {
                throw new InvalidSettingException(
                    parameter, item is IDictionary table ? Entry(table, "Name") : item,
                    $"cannot be added to the sandbox's IAM: {exception.Message}", "Name another one.");
            }
        }
    }

    private static string? Entry(IDictionary table, string name) =>
        Convert.ToString(Unwrapped.Value(Unwrapped.PropertyValue(table, name)), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static Dictionary<string, double> Rates(IDictionary table)
    {
        var rates = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in table)
        {
            var text = Convert.ToString(Unwrapped.Object(entry.Value), CultureInfo.InvariantCulture);
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
                || !(rate >= SandboxSettings.LeastRate && rate <= SandboxSettings.MostRate))
            {
                throw new InvalidSettingException(
                    "RequestRate", text,
                    $"is not a request rate from {Number(SandboxSettings.LeastRate)} to {Number(SandboxSettings.MostRate)}.",
                    "Write requests per second: @{ ListIdentities = 5 }.");
            }
            var name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "";
            rates[OperationArgument.Check("RequestRate", name)] = rate;
        }
        return rates;
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static void CheckSpan(string parameter, TimeSpan value, TimeSpan longest)
    {
        if (value < TimeSpan.Zero || value > longest)
        {
            throw new InvalidSettingException(
                parameter, value, value < TimeSpan.Zero ? "is below zero." : "is too long.",
                $"Give a time span from zero to {Number(Math.Floor(longest.TotalDays))} days, such as 0:00:02.");
        }
    }
}
