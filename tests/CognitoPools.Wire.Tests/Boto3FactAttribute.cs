namespace CognitoPools.Wire.Tests;

/// <summary>A test that is skipped where there is no Python with boto3.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Boto3FactAttribute : FactAttribute
{
    public Boto3FactAttribute()
    {
        if (ExternalTool.PythonWithBoto3 is null)
            Skip = "boto3 is not installed: neither python3 nor python imports it.";
    }
}
