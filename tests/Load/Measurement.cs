namespace PublicAdmin.Load;

/// <summary>What one scenario came to.</summary>
/// <param name="Cores">How many cores office, driver and everybody kept busy meanwhile.</param>
internal sealed record Measurement(string Scenario, Latencies Latencies, TimeSpan Length, CpuTimes Cores)
{
    public double Rate => Latencies.Count / Length.TotalSeconds;

    public double Median => Latencies.Percentile(0.5).TotalMilliseconds;

    public double P99 => Latencies.Percentile(0.99).TotalMilliseconds;

    /// <summary>Microseconds of one core for one act: hardly depends on who else uses the machine.</summary>
    public double OfficeMicros => Cores.Office / Rate * 1e6;

    public double DriverMicros => Cores.Driver / Rate * 1e6;

    public double OthersCores => Math.Max(0, Cores.All - Cores.Office - Cores.Driver);

    /// <summary>The rate at which office and driver together would fill this machine, had they it for themselves.</summary>
    public double RateAlone => Environment.ProcessorCount / ((OfficeMicros + DriverMicros) / 1e6);

    /// <summary>What kept it from being faster.</summary>
    public string Bound
    {
        get
        {
            var idle = Environment.ProcessorCount - Cores.All;
            return idle > 0.25 * Environment.ProcessorCount ? "waiting: disk flushes, turns"
                : OthersCores > 0.2 * Environment.ProcessorCount ? "processor, shared with others"
                : "processor";
        }
    }
}
