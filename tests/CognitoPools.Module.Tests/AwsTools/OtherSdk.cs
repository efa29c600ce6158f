namespace CognitoPools.Module.Tests.AwsTools;

/// <summary>Other modules' copies of AWSSDK.Core.</summary>
internal static class OtherSdk
{
    public const string Version3 = "3.7.501.1";
    public const string Version4 = "4.0.3.3";

    /// <summary>A script that loads a copy as another module would.</summary>
    public static string Load(string version) =>
        $"$sdk = [Reflection.Assembly]::LoadFrom('{Path.Combine(AppContext.BaseDirectory, "OtherSdks", version, "AWSSDK.Core.dll")}'); ";
}
