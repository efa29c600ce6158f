using CognitoPools.Emulator;

namespace CognitoPools.Bench;

/// <summary>The commands that are measured.</summary>
internal static class ModulePipeline
{
    /// <summary>The parameter for an account without quotas, with which the module sends without limits.</summary>
    public const string WithoutRates = "-RequestRate @{ ListIdentities = 0; DeleteIdentities = 0 }";

    /// <summary>Gets the guests of a pool.</summary>
    public const string Guests = "Get-PoolIdentity {0} -Guest";

    /// <summary>Removes the identities of the pipeline.</summary>
    public const string Remove = "Remove-PoolIdentity -Force";

    public static string Connect(EmulatorProcess emulator, bool withQuotas) =>
        $"Connect-PoolAccount -AccessKey {emulator.AccessKey} -SecretKey '{emulator.SecretKey}' -EndpointUrl "
            + $"{emulator.Url} -Region us-east-1 {(withQuotas ? "" : WithoutRates)} | Out-Null";
}
