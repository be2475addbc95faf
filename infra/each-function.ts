import { functionRegistry, type FunctionDefinition, type FunctionName } from '../shared/functions.ts';

export type ByFunction<T> = Readonly<Record<FunctionName, T>>;

/** Makes something for every function of the registry. */
export function eachFunction<T>(
  make: (name: FunctionName, definition: FunctionDefinition) => T,
): ByFunction<T> {
  return {
    api: make('api', functionRegistry.api),
    plan: make('plan', functionRegistry.plan),
    sweep: make('sweep', functionRegistry.sweep),
    deliver: make('deliver', functionRegistry.deliver),
    report: make('report', functionRegistry.report),
    receipts: make('receipts', functionRegistry.receipts),
    documents: make('documents', functionRegistry.documents),
    imports: make('imports', functionRegistry.imports),
  };
}

/** Waits for all of them. */
export async function settled<T>(started: ByFunction<Promise<T>>): Promise<ByFunction<T>> {
  await Promise.all(Object.values(started));
  return {
    api: await started.api,
    plan: await started.plan,
    sweep: await started.sweep,
    deliver: await started.deliver,
    report: await started.report,
    receipts: await started.receipts,
    documents: await started.documents,
    imports: await started.imports,
  };
}
