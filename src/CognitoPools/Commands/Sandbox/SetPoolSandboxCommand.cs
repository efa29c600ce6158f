using System.Collections;
using System.Globalization;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Providers;
using CognitoPools.Sandbox;

namespace CognitoPools.Commands.Sandbox;

/// <summary>Changes how the sandbox behaves: latency, request rates, faults, IAM delay, clock, and the content of its
/// IAM.</summary>
/// <remarks>
/// <para>Use this cmdlet to test how a script handles errors, throttling, slow answers and time. Settings that you do not
/// specify stay unchanged.</para>
/// <para>A fault makes one operation fail. These kinds of fault are answers of the service: Error (an error that you
/// specify), Throttle, InternalError, and UnprocessedIdentities, which only DeleteIdentities can have. ConnectionReset and
/// Hang return no answer, and TruncatedBody returns only the first half of it.</para>
/// <para>HtmlPage, EmptyBody and EmptyJson imitate the answer of something other than AWS, for example a proxy, and have no
/// request id. Slow returns the real answer after a delay. With Duplicate, the request arrives twice.</para>
/// <para>-Role, -ManagedPolicy, -OpenIdConnectProvider and -SamlProvider add resources to the sandbox's IAM that somebody
/// else would have created in a real account.</para>
/// <para>This cmdlet cannot change the content of a successful answer, remove a single fault or IAM resource, or change a
/// real account. Set-PoolSandbox -ClearFault removes all faults; Connect-PoolAccount -Sandbox creates an empty
/// sandbox. about_CognitoPools_Sandbox describes the settings and lists the operations.</para>
/// </remarks>
/// <example>
/// <title>Make one call fail</title>
/// <code>Set-PoolSandbox -Fault @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'NotAuthorizedException'; Message = 'Access to Role is forbidden.' }</code>
/// The next call of SetIdentityPoolRoles fails with this error.
/// </example>
/// <example>
/// <title>Set request rates</title>
/// <code>Set-PoolSandbox -RequestRate @{ ListIdentities = 5; DeleteIdentities = 10 }</code>
/// Throttles calls above these rates, which are the default quotas of AWS.
/// </example>
/// <example>
/// <title>Advance the clock by a day</title>
/// <code>Set-PoolSandbox -Advance 1.00:00:00</code>
/// Moves the sandbox's clock forward, for example to test expired credentials.
/// </example>
/// <example>
/// <title>Add a role that already exists</title>
/// <code>Set-PoolSandbox -Role @{ Name = 'shop-users'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }</code>
/// Adds a role to the sandbox's IAM, so that Set-PoolRole and rules can use it.
/// </example>
/// <notes>
/// <para>Calls: none. The cmdlet works only while the runspace is connected to a sandbox.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Set, "PoolSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(PoolSandbox))]
public sealed class SetPoolSandboxCommand : SandboxCommand
{
    private static readonly KeyNames RoleKeys = new(["Name", "TrustPolicy", "Path", "PermissionsBoundary"]);
    private static readonly KeyNames PolicyKeys = new(["Name", "Document", "AwsManaged"]);

    private const string RoleRemedy = "Specify @{ Name = '...'; TrustPolicy = '...' }; Path and PermissionsBoundary are optional.";
    private const string PolicyRemedy = "Specify @{ Name = '...'; Document = '...' }; AwsManaged is optional.";

    private static readonly string[] Settings =
    [
        nameof(Latency), nameof(RequestRate), nameof(IamDelay), nameof(Fault), nameof(ClearFault), nameof(ClearCall), nameof(Time),
        nameof(Advance), nameof(OpenIdConnectProvider), nameof(SamlProvider), nameof(Role), nameof(ManagedPolicy), nameof(Partition),
    ];

    /// <summary>Specifies the minimum time of each answer, from zero to 24 days. The machine's clock measures it. A new
    /// sandbox has no latency.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [ArgumentCompleter(typeof(SandboxSpanCompleter))]
    public TimeSpan Latency { get; set; }

    /// <summary>Specifies request rates as a hashtable, for example @{ ListIdentities = 5; DeleteIdentities = 10 }. Each key is
    /// the name of an operation; '*' is not supported. Each value is the number of requests per second, from 0.001 to
    /// 1,000,000. Each Region has its own rate, and a burst of one second's requests is allowed. The hashtable replaces all
    /// earlier rates; an empty one removes them. A new sandbox has no rates.</summary>
    [Parameter]
    [ValidateNotNull]
    [Table]
    [ArgumentCompleter(typeof(RequestRateTableCompleter))]
    public IDictionary? RequestRate { get; set; }

    /// <summary>Specifies how long identity pools cannot use a new IAM role, or a role with a changed trust policy: from zero to
    /// 24 days by the sandbox's clock. A new sandbox has no delay.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [ArgumentCompleter(typeof(SandboxSpanCompleter))]
    public TimeSpan IamDelay { get; set; }

    /// <summary>Specifies faults to add, each as a hashtable. Keys: Operation is required. It is the name of an operation, or
    /// '*' for all of them. Kind is Error (the default), Throttle, InternalError, ConnectionReset, Hang, HtmlPage,
    /// TruncatedBody, UnprocessedIdentities, EmptyBody, EmptyJson, Duplicate or Slow. AtCall is the number of the first call
    /// that fails, counted from now. By default, 1. Times is how many calls in a row fail. By default, 1. ErrorCode, Message
    /// and StatusCode are the code, the text and the HTTP status of the error. ErrorCode is required for Error. For
    /// UnprocessedIdentities, it is the code of each identity. By default, it is InternalServerError. The service returns
    /// only AccessDenied or InternalServerError, but the sandbox accepts any text. AfterApply = $true lets the operation take
    /// effect before it fails, so that only the answer is lost. Delay is for Slow only. It is a time span of at most 24 days;
    /// by default, 20 seconds. UnprocessedCount is for UnprocessedIdentities only. It is how many identities of the batch
    /// stay; by default, all of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FaultTableCompleter))]
    public object[]? Fault { get; set; }

    /// <summary>Removes all earlier faults.</summary>
    [Parameter]
    public SwitchParameter ClearFault { get; set; }

    /// <summary>Clears the list of calls.</summary>
    [Parameter]
    public SwitchParameter ClearCall { get; set; }

    /// <summary>Specifies the time of the sandbox's clock, from 1970-01-01 to 9000-01-01. The clock continues from there. Text
    /// must be in ISO 8601 format, for example 2026-05-01T10:00:00Z.</summary>
    [Parameter]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset Time { get; set; }

    /// <summary>Moves the sandbox's clock forward by a time span, for example 1.00:00:00 for one day.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [ArgumentCompleter(typeof(SandboxSpanCompleter))]
    public TimeSpan Advance { get; set; }

    /// <summary>Specifies OpenID Connect providers to add to the sandbox's IAM, each by its https issuer or ARN. Pools can then
    /// use them. A slash at the end of the issuer is kept. The audience of the provider is 'sandbox'.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? OpenIdConnectProvider { get; set; }

    /// <summary>Specifies the names of SAML providers to add to the sandbox's IAM.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? SamlProvider { get; set; }

    /// <summary>Specifies IAM roles to add, each as a hashtable. Name and TrustPolicy (JSON) are required. Path is optional; the
    /// default is '/'. PermissionsBoundary is optional: the ARN of a managed policy of the sandbox. If the role already
    /// exists, it gets the trust policy and the boundary. Trust policies are not checked as IAM checks them, so that you can
    /// test old and broken ones.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Table]
    [ArgumentCompleter(typeof(SandboxRoleTableCompleter))]
    public IDictionary[]? Role { get; set; }

    /// <summary>Specifies managed policies to add, each as a hashtable. Name is required. Document is the policy as JSON. AwsManaged
    /// = $true adds a policy that AWS owns; by default, the account owns it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Table]
    [ArgumentCompleter(typeof(SandboxPolicyTableCompleter))]
    public IDictionary[]? ManagedPolicy { get; set; }

    /// <summary>Specifies the partition whose IAM gets the roles, managed policies and providers: aws, aws-cn, aws-us-gov or
    /// aws-eusc. The default is the partition of the connection's Region.</summary>
    [Parameter]
    [OneValue]
    [KnownName("aws", "aws-cn", "aws-us-gov", "aws-eusc")]
    [ArgumentCompleter(typeof(PartitionCompleter))]
    public string? Partition { get; set; }

    /// <summary>Returns the changed sandbox. By default, the cmdlet returns nothing.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Answers every question of the cmdlet with yes, unless -Confirm is specified.</summary>
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
            RoleKeys.Require(nameof(Role), table, RoleRemedy);
        foreach (var table in ManagedPolicy ?? [])
            PolicyKeys.Require(nameof(ManagedPolicy), table, PolicyRemedy);
        var partition = Partition ?? AwsPartition.FromRegion(ConnectedRegion).Name;
        var rates = RequestRate is null ? null : Rates(RequestRate);
        var faults = FaultArgument.Read(Fault ?? []);
        CheckSpan(nameof(Latency), Latency, SandboxSettings.LongestSpan);
        CheckSpan(nameof(IamDelay), IamDelay, SandboxSettings.LongestSpan);
        if (Advance > SandboxClock.Latest - sandbox.Clock.GetUtcNow())
        {
            throw new InvalidSettingException(
                nameof(Advance), Advance, $"would move the clock past {SandboxClock.Latest:yyyy-MM-dd}.", "Specify a shorter time span.");
        }
        if (Advance < TimeSpan.Zero)
            throw new InvalidSettingException(nameof(Advance), Advance, "must not be negative.", "Specify a time span such as 1.00:00:00.");
        if (IsBound(nameof(Time)) && (Time < SandboxClock.Earliest || Time > SandboxClock.Latest))
        {
            throw new InvalidSettingException(
                nameof(Time), Time.ToString("o", CultureInfo.InvariantCulture),
                $"must be from {SandboxClock.Earliest:yyyy-MM-dd} to {SandboxClock.Latest:yyyy-MM-dd}.",
                "Specify another time, for example 2026-05-01T10:00:00Z.");
        }
        var changed = MyInvocation.BoundParameters
            .Where(bound => Settings.Contains(bound.Key) && bound.Value is not SwitchParameter { IsPresent: false })
            .Select(bound => $"-{bound.Key}").ToList();
        if (!Agreed(Force, "the sandbox", changed.Count == 0 ? "Change nothing" : $"Apply {string.Join(", ", changed)}"))
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
                IsAwsManaged(policy),
                partition: partition));
        // After the managed policies, of which one may be a role's boundary.
        AddToIam(
            nameof(Role),
            Role,
            role => sandbox.PutRole(
                Entry(role, "Name")!,
                Entry(role, "TrustPolicy") ?? throw new InvalidSettingException(
                    nameof(Role), Entry(role, "Name"), "must have a TrustPolicy.", RoleRemedy),
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
                    MessageOf(exception), $"Specify another value for -{parameter}.");
            }
        }
    }

    private static bool IsAwsManaged(IDictionary policy) => Unwrapped.Value(Unwrapped.PropertyValue(policy, "AwsManaged")) switch
    {
        null or "" => false,
        string text => ProviderSettings.Flag(nameof(ManagedPolicy), text),
        var value => LanguagePrimitives.IsTrue(value),
    };

    private static string? Entry(IDictionary table, string name) =>
        Convert.ToString(Unwrapped.Value(Unwrapped.PropertyValue(table, name)), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static Dictionary<string, double> Rates(IDictionary table)
    {
        var rates = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in table)
        {
            var text = Convert.ToString(Unwrapped.Object(entry.Value), CultureInfo.InvariantCulture);
            var name = OperationArgument.Check("RequestRate", Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "");
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
                || !(rate >= SandboxSettings.LeastRate && rate <= SandboxSettings.MostRate))
            {
                throw new InvalidSettingException(
                    "RequestRate", null,
                    $"the rate of {name} must be a number from {Number(SandboxSettings.LeastRate)} to "
                        + $"{Number(SandboxSettings.MostRate)}; got {ShownText.Quoted(text)}.",
                    "Specify requests per second, for example @{ ListIdentities = 5 }.");
            }
            rates[name] = rate;
        }
        return rates;
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static void CheckSpan(string parameter, TimeSpan value, TimeSpan longest)
    {
        if (value < TimeSpan.Zero || value > longest)
        {
            throw new InvalidSettingException(
                parameter, value, $"must be from zero to {Number(Math.Floor(longest.TotalDays))} days.",
                "Specify a time span such as 0:00:02.");
        }
    }
}
